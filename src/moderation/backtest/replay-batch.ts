import { sql } from 'kysely';
import { type Database, type Tx, emit, query, queryOne, transaction } from '../../platform/index.js';
import { SAMPLE } from '../current-policy.js';
import { type LoadedPack, loadPack } from '../packs/loaded-packs.js';
import { sampleRates } from '../sampling/site-records.js';
import { type BacktestRow, selectBacktest } from './backtest-row.js';
import { backtestFinished } from './events.js';
import { type OutcomeTally, type ReplayedPost, tallyOutcomes } from './outcome-tally.js';
import { type PastPost, readPastPosts } from './read-past-posts.js';

/** Posts a batch; progress is kept after each. */
const BATCH = 200;

/** @throws Error when there is no such backtest */
export async function findBacktest(on: Pick<Database, 'sql'> | Tx, backtestId: string): Promise<BacktestRow> {
  const row = await queryOne(on, sql<BacktestRow>`${selectBacktest} where b.id = ${backtestId}`);
  if (row === undefined) throw new Error(`There is no backtest ${backtestId}.`);
  return row;
}

/**
 * Replays the next posts of a backtest and keeps the tally with the place reached, in one statement: a replay that was
 * interrupted, or that two workers run, counts no post twice.
 * @returns the backtest as it stands now; RUNNING while there is more
 */
export async function replayBatch(db: Database, backtestId: string, draft: LoadedPack, now: Date): Promise<BacktestRow> {
  const backtest = await findBacktest(db, backtestId);
  if (backtest.state !== 'RUNNING') return backtest;
  const posts = await readPastPosts(db, backtest, Math.min(BATCH, backtest.mostPosts - backtest.done));
  const served = await loadPack(db, backtest.servedId);
  const tally = posts.length === 0 ? backtest.tally : tallyOutcomes(backtest.tally, await replay(db, posts, served, draft), backtest.examples, SAMPLE);
  await transaction(db, (tx) => keepTally(tx, backtest, posts, tally, now));
  return findBacktest(db, backtestId);
}

async function replay(db: Database, posts: readonly PastPost[], served: LoadedPack, draft: LoadedPack): Promise<ReplayedPost[]> {
  const siteIds = posts.map(({ siteId }) => siteId);
  const [servedRate, draftRate] = [await sampleRates(db, siteIds, served.pack.triage.sampling), await sampleRates(db, siteIds, draft.pack.triage.sampling)];
  return posts.map(({ postId, siteId, title, text, action, category }) => ({
    postId,
    title,
    verdict: action === null ? null : { violates: action === 'CLEAR' ? null : (category ?? '') },
    served: served.screener.screen({ id: postId, title, text }),
    draft: draft.screener.screen({ id: postId, title, text }),
    servedSampleRate: servedRate(siteId),
    draftSampleRate: draftRate(siteId),
  }));
}

async function keepTally(tx: Tx, backtest: BacktestRow, posts: readonly PastPost[], tally: OutcomeTally, now: Date): Promise<void> {
  const done = backtest.done + posts.length;
  const last = posts.at(-1);
  const over = posts.length === 0 || done >= backtest.mostPosts;
  const kept = await query(
    tx,
    sql`update backtests
        set done = ${done}, total = case when ${over}::boolean then ${done} else greatest(total, ${done}) end, tally = ${JSON.stringify(tally)}::jsonb,
            reached_at = ${last?.receivedAt ?? backtest.reachedAt}, reached_id = ${last?.postId ?? backtest.reachedId},
            state = case when ${over}::boolean then 'DONE' else state end, finished_at = case when ${over}::boolean then ${now}::timestamptz end
        where id = ${backtest.uuid} and state = 'RUNNING' and done = ${backtest.done}
        returning id`,
  );
  if (kept.length === 0 || !over) return;
  await emit(tx, 'system:moderation', now, [backtestFinished.draft(backtest.uuid, { posts: tally.posts, newlyHeld: tally.newlyHeld.count, newlyReleased: tally.newlyReleased.count })]);
}
