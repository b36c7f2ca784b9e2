import { sql } from 'kysely';
import { type Database, queryOne, transaction } from '../../platform/index.js';
import { hashYaml } from '../packs/hash-yaml.js';
import { LoadedPack } from '../packs/loaded-packs.js';
import { readPack } from '../packs/save-policy-draft.js';
import { seedFirstEdition } from '../packs/seed-first-edition.js';
import { type BacktestRow, daysCovered } from './backtest-row.js';
import { type Comparison, compareOutcomes } from './compare-outcomes.js';
import { type BacktestExtent, checkExtent, openBacktest } from './open-backtest.js';
import { findBacktest, replayBatch } from './replay-batch.js';

/** A backtest of a file, as far as it came. */
export interface FileBacktest {
  readonly state: 'DONE' | 'STOPPED';
  readonly version: string;
  readonly servedVersion: string;
  readonly from: string;
  readonly to: string;
  readonly done: number;
  readonly total: number;
  readonly comparison: Comparison;
}

export interface FileBacktestOptions {
  readonly now: Date;
  readonly extent: BacktestExtent;
  /** Told before the first batch and after each. */
  readonly onProgress: (done: number, total: number) => void;
  /** Asked to stop, the replay ends after its batch; asked for again, it goes on from there. */
  readonly signal: AbortSignal;
}

/**
 * Replays a policy that is not in the hub over its history, in this process. One of the same text, extent and served version
 * that was stopped goes on where it stopped.
 * @throws BrokenPack with every error and its line; HubError OUT_OF_RANGE
 */
export async function backtestFile(db: Database, yaml: string, { now, extent, onProgress, signal }: FileBacktestOptions): Promise<FileBacktest> {
  checkExtent(extent);
  const pack = readPack(yaml);
  const draft = new LoadedPack('', pack);
  await seedFirstEdition(db, now);
  const yamlHash = hashYaml(yaml);
  const id = (await findStopped(db, yamlHash, extent)) ?? (await transaction(db, (tx) => openBacktest(tx, { packId: null, yamlHash, memberId: null }, extent, now)));
  let backtest = await findBacktest(db, id);
  onProgress(backtest.done, backtest.total);
  while (backtest.state === 'RUNNING' && !signal.aborted) {
    backtest = await replayBatch(db, id, draft, new Date());
    onProgress(backtest.done, backtest.total);
  }
  return describe(backtest, pack.version);
}

async function findStopped(db: Database, yamlHash: Buffer, { days, mostPosts, examples }: BacktestExtent): Promise<string | undefined> {
  const stopped = await queryOne(
    db,
    sql<{ id: string }>`
      select b.id from backtests b join policy_packs p on p.id = b.served_id and p.state = 'SERVED'
      where b.pack_id is null and b.yaml_hash = ${yamlHash} and b.state = 'RUNNING'
        and b.days = ${days} and b.most_posts = ${mostPosts} and b.examples = ${examples}
      order by b.id desc limit 1`,
  );
  return stopped?.id;
}

function describe(backtest: BacktestRow, version: string): FileBacktest {
  const { state, servedVersion, done, total, tally } = backtest;
  const [from, to] = [new Date(backtest.receivedFrom).toISOString(), new Date(backtest.receivedTo).toISOString()];
  return { state: state === 'DONE' ? 'DONE' : 'STOPPED', version, servedVersion, from, to, done, total, comparison: compareOutcomes(tally, daysCovered(backtest)) };
}
