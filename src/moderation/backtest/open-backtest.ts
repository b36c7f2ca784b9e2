import { sql } from 'kysely';
import { HubError, type Tx, newId, query, queryOne } from '../../platform/index.js';
import { servedPack } from '../packs/loaded-packs.js';
import { emptyTally } from './outcome-tally.js';

/** How much of the history to replay: what came in within `days`, newest first, at most so many posts. */
export interface BacktestExtent {
  readonly days: number;
  readonly mostPosts: number;
  /** Posts shown of either difference. */
  readonly examples: number;
}

const MOST: Readonly<Record<keyof BacktestExtent, number>> = { days: 3_660, mostPosts: 1_000_000, examples: 50 };
const DAY_MS = 86_400_000;

/** @throws HubError OUT_OF_RANGE */
export function checkExtent(extent: BacktestExtent): void {
  for (const [name, most] of Object.entries(MOST)) {
    const value = extent[name as keyof BacktestExtent];
    if (!Number.isInteger(value) || value < (name === 'examples' ? 0 : 1) || value > most) throw new HubError('OUT_OF_RANGE', `"${name}" must be from ${name === 'examples' ? 0 : 1} to ${most}.`, name);
  }
}

/**
 * Notes down a backtest of a text against the version served now, up to the moment given.
 * @param packId null for a text that is no version of the hub
 * @returns its uuid
 */
export async function openBacktest(tx: Tx, of: { packId: string | null; yamlHash: Buffer; memberId: string | null }, extent: BacktestExtent, now: Date): Promise<string> {
  checkExtent(extent);
  const served = await servedPack(tx);
  const from = new Date(now.getTime() - extent.days * DAY_MS);
  const counted = await queryOne(
    tx,
    sql<{ total: number }>`
      select count(*)::int as total
      from (select from posts where received_at >= ${from} and received_at <= ${now} and withdrawn_at is null limit ${extent.mostPosts}) as replayed`,
  );
  const id = newId();
  await query(
    tx,
    sql`insert into backtests (id, pack_id, yaml_hash, served_id, state, received_from, received_to, days, most_posts, examples, total, tally, started_by, started_at)
        values (${id}, ${of.packId}, ${of.yamlHash}, ${served.id}, 'RUNNING', ${from}, ${now}, ${extent.days}, ${extent.mostPosts}, ${extent.examples},
                ${counted?.total ?? 0}, ${JSON.stringify(emptyTally())}::jsonb, ${of.memberId}, ${now})`,
  );
  return id;
}
