import { sql } from 'kysely';
import { HubError, query } from '../platform/index.js';
import { checkQueue } from './current-policy.js';
import { type ActionContext, requireMember } from './require-member.js';

const LEASE_MINUTES = 15;
const MOST_AT_ONCE = 50;

/** When a claim made or renewed now runs out. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MINUTES * 60_000);
}

/**
 * Claims the reviews of a queue that are due first, for the member who asks: open ones, and claimed ones whose lease ran
 * out. One statement; rows that a colleague is claiming at this instant are stepped over, so nobody waits and no
 * review goes to two. Each claim has a token, which a decision must show.
 * @param count 1 to 50; fewer come back when fewer wait
 * @returns the reviews' uuids, those due first in front
 * @throws HubError UNKNOWN_QUEUE, OUT_OF_RANGE
 */
export async function claimReviews(context: ActionContext, { queue, count }: { queue: string; count: number }): Promise<string[]> {
  const memberId = requireMember(context);
  await checkQueue(context.db, queue, 'queue');
  if (count < 1 || count > MOST_AT_ONCE) throw new HubError('OUT_OF_RANGE', `"count" must be from 1 to ${MOST_AT_ONCE}.`, 'count');
  const now = context.clock.now();
  // Two branches, because each has a partial index of its own; the rows locked in vain are free again when this ends.
  const rows = await query(
    context.db,
    sql<{ id: string }>`
      with open as (
        select id, due_at from reviews
        where queue = ${queue} and state = 'OPEN'
        order by due_at, id limit ${count} for update skip locked
      ), expired as (
        select id, due_at from reviews
        where queue = ${queue} and state = 'CLAIMED' and claim_expires_at <= ${now}
        order by due_at, id limit ${count} for update skip locked
      ), chosen as (
        select id from (select * from open union all select * from expired) as waiting
        order by due_at, id limit ${count}
      ), claimed as (
        update reviews r
        set state = 'CLAIMED', claimed_by = ${memberId}, claim_token = gen_random_uuid(), claim_expires_at = ${leaseEnd(now)}
        from chosen where r.id = chosen.id
        returning r.id, r.due_at
      )
      select id from claimed order by due_at, id`,
  );
  return rows.map(({ id }) => id);
}
