import { type RawBuilder, sql } from 'kysely';
import { type Queryable, cursorKey, fromCursor, query } from '../platform/index.js';
import { type ReviewListRow, ReviewState, ReviewView } from './review.view.js';

const columns = sql`r.id as uuid, r.post_id as "postId", r.revision, r.queue, r.state, r.reason, r.severity, r.due_at as "dueAt",
  r.opened_at as "openedAt", r.request_note as note, r.claimed_by as "claimedBy", m.name as "claimerName",
  r.claim_token as "claimToken", r.claim_expires_at as "claimExpiresAt"`;

/** Reviews by their uuids, in the order of these; those that do not exist are left out. */
export async function reviewsById(on: Queryable, ids: readonly string[]): Promise<ReviewView[]> {
  const rows = await query(on, sql<ReviewListRow>`select ${columns} from reviews r left join members m on m.id = r.claimed_by where r.id = any(${ids}::uuid[])`);
  const found = new Map(rows.map((row) => [row.uuid, new ReviewView(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export interface ReviewFilter {
  readonly queue: string | null;
  /** null: all that wait, open or claimed. */
  readonly state: ReviewState | null;
}

/**
 * Reviews of a queue, or of all. What waits comes in the order in which it is due, what is done the newest first.
 * @param limit rows to read
 * @throws HubError BAD_CURSOR
 */
export async function listReviews(on: Queryable, { queue, state }: ReviewFilter, now: Date, limit: number, after: string | null): Promise<ReviewListRow[]> {
  const inQueue = queue === null ? sql`true` : sql`r.queue = ${queue}`;
  const done = state === ReviewState.DECIDED || state === ReviewState.CLOSED;
  return query(
    on,
    sql<ReviewListRow>`
      select ${columns} from reviews r left join members m on m.id = r.claimed_by
      where ${inQueue} and ${inState(state, now)} and ${done ? olderThan(after) : dueAfter(after)}
      order by ${done ? sql`r.id desc` : sql`r.due_at, r.id`}
      limit ${limit}`,
  );
}

/** The keys by which {@link listReviews} sorts a row, for its cursor. */
export function reviewKeys({ dueAt, uuid }: ReviewListRow): readonly string[] {
  return [dueAt, uuid];
}

/** The condition of each state; a claim that ran out is none, and its review open. */
function inState(state: ReviewState | null, now: Date): RawBuilder<unknown> {
  switch (state) {
    case null:
      return sql`r.state in ('OPEN', 'CLAIMED')`;
    case ReviewState.OPEN:
      return sql`r.state in ('OPEN', 'CLAIMED') and (r.state = 'OPEN' or r.claim_expires_at <= ${now})`;
    case ReviewState.CLAIMED:
      return sql`r.state = 'CLAIMED' and r.claim_expires_at > ${now}`;
    case ReviewState.DECIDED:
      return sql`r.state = 'DECIDED'`;
    case ReviewState.CLOSED:
      return sql`r.state = 'CLOSED'`;
  }
}

function dueAfter(after: string | null): RawBuilder<unknown> {
  const keys = fromCursor(after, [cursorKey.time, cursorKey.uuid]);
  return keys === null ? sql`true` : sql`(r.due_at, r.id) > (${keys[0]}::timestamptz, ${keys[1]}::uuid)`;
}

function olderThan(after: string | null): RawBuilder<unknown> {
  const keys = fromCursor(after, [cursorKey.time, cursorKey.uuid]);
  return keys === null ? sql`true` : sql`r.id < ${keys[1]}::uuid`;
}
