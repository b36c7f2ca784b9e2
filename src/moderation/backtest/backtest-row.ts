import { sql } from 'kysely';
import type { OutcomeTally } from './outcome-tally.js';

export type BacktestState = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** A backtest as its table has it. */
export interface BacktestRow {
  readonly uuid: string;
  /** null for a file that the command line replays */
  readonly packId: string | null;
  readonly version: string | null;
  readonly servedId: string;
  readonly servedVersion: string;
  readonly state: BacktestState;
  readonly receivedFrom: string;
  readonly receivedTo: string;
  readonly days: number;
  readonly mostPosts: number;
  readonly examples: number;
  readonly total: number;
  readonly done: number;
  readonly reachedAt: string | null;
  readonly reachedId: string | null;
  readonly tally: OutcomeTally;
  readonly failure: string | null;
  readonly startedBy: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** Columns and tables that make a {@link BacktestRow}. */
export const selectBacktest = sql`
  select b.id as uuid, b.pack_id as "packId", p.version, b.served_id as "servedId", s.version as "servedVersion", b.state,
         b.received_from as "receivedFrom", b.received_to as "receivedTo", b.days, b.most_posts as "mostPosts", b.examples, b.total, b.done,
         b.reached_at as "reachedAt", b.reached_id as "reachedId", b.tally, b.failure, m.name as "startedBy",
         b.started_at as "startedAt", b.finished_at as "finishedAt"
  from backtests b join policy_packs s on s.id = b.served_id left join policy_packs p on p.id = b.pack_id left join members m on m.id = b.started_by`;

const DAY_MS = 86_400_000;
const AN_HOUR = 1 / 24;

/**
 * Days that the replayed posts came in on: back to the oldest of them, so that neither the cap nor the youth of the hub makes
 * a day look quieter than it is. At least one, unless the cap ended the replay within it.
 */
export function daysCovered({ total, mostPosts, receivedTo, reachedAt }: BacktestRow): number {
  if (reachedAt === null) return 1;
  return Math.max(total < mostPosts ? 1 : AN_HOUR, (new Date(receivedTo).getTime() - new Date(reachedAt).getTime()) / DAY_MS);
}
