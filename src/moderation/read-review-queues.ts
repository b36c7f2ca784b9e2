import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';
import { currentPolicy, queueNames } from './current-policy.js';
import type { ReviewQueueView } from './review-queue.view.js';

const HOUR_MS = 3_600_000;

interface QueueRow {
  readonly queue: string;
  readonly openCount: number;
  readonly claimedCount: number;
  readonly oldestDueAt: string | null;
  readonly overdueCount: number;
  readonly decidedCount: number;
}

/** Every queue of the policy, also the empty ones, with what waits in it now. */
export async function readReviewQueues(on: Queryable, now: Date): Promise<ReviewQueueView[]> {
  const names = queueNames(await currentPolicy(on)).map(({ code }) => code);
  const since = new Date(now.getTime() - HOUR_MS);
  const rows = await query(
    on,
    sql<QueueRow>`
      with waiting as (
        select queue, count(*) filter (where state = 'OPEN' or claim_expires_at <= ${now})::int as open,
               count(*) filter (where state = 'CLAIMED' and claim_expires_at > ${now})::int as claimed,
               min(due_at) as oldest, count(*) filter (where due_at < ${now})::int as overdue
        from reviews where state in ('OPEN', 'CLAIMED') group by queue
      ), decided as (
        select queue, count(*)::int as decided
        from reviews where state = 'DECIDED' and queue = any(${names}::text[]) and decided_at > ${since} group by queue
      )
      select queue, coalesce(open, 0) as "openCount", coalesce(claimed, 0) as "claimedCount", oldest as "oldestDueAt",
             coalesce(overdue, 0) as "overdueCount", coalesce(decided, 0) as "decidedCount"
      from unnest(${names}::text[]) with ordinality as named (queue, place)
      left join waiting using (queue) left join decided using (queue)
      order by place`,
  );
  return rows.map(({ queue, openCount, claimedCount, oldestDueAt, overdueCount, decidedCount }) => ({
    name: queue,
    openCount,
    claimedCount,
    oldestDueAt: oldestDueAt === null ? null : new Date(oldestDueAt),
    overdueCount,
    predictedClearAt: predictClear(openCount + claimedCount, decidedCount, now),
  }));
}

/**
 * When what waits now will have been decided at the pace of the last hour, were nothing to be added: now + waiting / pace.
 * @returns null when nobody decided in that hour
 */
export function predictClear(waiting: number, decidedInAnHour: number, now: Date): Date | null {
  if (waiting === 0) return now;
  return decidedInAnHour === 0 ? null : new Date(now.getTime() + (waiting / decidedInAnHour) * HOUR_MS);
}
