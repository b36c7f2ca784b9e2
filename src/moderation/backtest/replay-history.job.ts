import { sql } from 'kysely';
import { z } from 'zod';
import { type Consumer, type Job, type JobContext, defineJob, emit, query, transaction } from '../../platform/index.js';
import { loadPack } from '../packs/loaded-packs.js';
import { backtestAdvanced, backtestFailed, backtestStarted } from './events.js';
import { findBacktest, replayBatch } from './replay-batch.js';

export interface ReplayHistoryPayload {
  readonly backtestId: string;
}

/** A job ends after so long and the next goes on, so that a worker that is asked to stop need not wait for the whole history. */
const SLICE_MS = 4_000;

/** Replays a slice of the history of a backtest that a lead started. */
export const replayHistoryJob: Job<ReplayHistoryPayload> = defineJob({
  name: 'replay-history',
  payload: z.object({ backtestId: z.uuid() }),
  handle: ({ backtestId }, context) => replaySlice(context, backtestId),
});

async function replaySlice(context: JobContext, backtestId: string): Promise<void> {
  try {
    const { db, clock } = context;
    const { packId } = await findBacktest(db, backtestId);
    const draft = await loadPack(db, packId ?? '');
    const started = performance.now();
    let backtest = await replayBatch(db, backtestId, draft, clock.now());
    while (backtest.state === 'RUNNING' && performance.now() - started < SLICE_MS) backtest = await replayBatch(db, backtestId, draft, clock.now());
    const { state, done, total } = backtest;
    if (state === 'RUNNING') await transaction(db, (tx) => emit(tx, 'system:moderation', clock.now(), [backtestAdvanced.draft(backtestId, { done, total })]));
  } catch (fault) {
    await fail(context, backtestId, fault instanceof Error ? fault.message : String(fault));
  }
}

/** Where even this cannot be written (the database is away), the job fails and is tried again. */
async function fail({ db, clock }: JobContext, backtestId: string, failure: string): Promise<void> {
  await transaction(db, async (tx) => {
    const now = clock.now();
    const failed = await query(tx, sql`update backtests set state = 'FAILED', failure = ${failure}, finished_at = ${now} where id = ${backtestId} and state = 'RUNNING' returning id`);
    if (failed.length > 0) await emit(tx, 'system:moderation', now, [backtestFailed.draft(backtestId, { failure })]);
  });
}

/**
 * Passes backtests that were started, or that have more to do, on to the job. A job may be enqueued twice if the process
 * dies in between: no post is counted twice.
 * @param enqueue puts payloads into the queue of `replayHistoryJob`
 */
export function createBacktestRelay(enqueue: (payloads: readonly ReplayHistoryPayload[]) => Promise<void>): Consumer {
  return {
    name: 'relay-backtests',
    types: [backtestStarted.type, backtestAdvanced.type],
    batch: 1_000,
    handle: (_tx, events) => enqueue([...new Set(events.map(({ subject }) => subject))].map((backtestId) => ({ backtestId }))),
  };
}
