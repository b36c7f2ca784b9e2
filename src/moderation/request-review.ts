import { sql } from 'kysely';
import { HubError, type Tx, emit, newId, query, transaction } from '../platform/index.js';
import { checkQueue, currentPolicy, dueAt } from './current-policy.js';
import { reviewOpened } from './events.js';
import { lockStandings } from './lock-standings.js';
import { type ActionContext, requireMember } from './require-member.js';
import { liveReviews } from './screen-posts.js';
import type { LiveReview } from './settle-screening.js';

/** A request says less than a finding: it waits as long as the policy lets matters of middling weight wait. */
const SEVERITY = 2;
const MOST_NOTE = 1_000;

/**
 * Asks people to look at a post. Where a review of it waits already, that one is the answer; one that was merely drawn as a
 * sample moves to the queue asked for, unless somebody is at it.
 * @param input `reason`: what the reviewer should look at
 * @returns the review's uuid
 * @throws HubError UNKNOWN_ID, UNKNOWN_QUEUE, REQUIRED, TOO_LONG; BAD_TRANSITION when the post was returned, removed or withdrawn
 */
export async function requestReview(context: ActionContext, input: { readonly postId: string; readonly queue: string; readonly reason: string }): Promise<string> {
  const memberId = requireMember(context);
  const policy = await currentPolicy(context.db);
  const queue = await checkQueue(context.db, input.queue, 'queue');
  const note = input.reason.trim();
  if (note === '') throw new HubError('REQUIRED', 'Say what the reviewer should look at.', 'reason');
  if (note.length > MOST_NOTE) throw new HubError('TOO_LONG', `A reason has at most ${MOST_NOTE} characters.`, 'reason');
  return transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const post = (await lockStandings(tx, [input.postId], now)).get(input.postId);
    if (post === undefined) throw new HubError('UNKNOWN_ID', 'There is no Post with this id.', 'postId');
    if (post.withdrawn || !['PENDING', 'HELD', 'PUBLISHABLE'].includes(post.standing)) {
      throw new HubError('BAD_TRANSITION', `The post stands ${post.withdrawn ? 'WITHDRAWN' : post.standing}: there is nothing to review.`, 'postId');
    }
    const live = (await liveReviews(tx, [post.postId])).get(post.postId);
    const asked = { queue, note, memberId, dueAt: dueAt(policy, queue, SEVERITY, now) };
    if (live !== undefined && !(await takeOver(tx, live, asked, now))) return live.id;
    const id = live?.id ?? newId();
    // What was screened is what people judge; a newer text comes to this same review once it is screened.
    const revision = post.screenedRevision === 0 ? post.newestRevision : post.screenedRevision;
    if (live === undefined) {
      await query(
        tx,
        sql`insert into reviews (id, post_id, revision, queue, reason, severity, state, due_at, opened_at, requested_by, request_note)
            values (${id}, ${post.postId}, ${revision}, ${queue}, 'REQUEST', ${SEVERITY}, 'OPEN', ${asked.dueAt}, ${now}, ${memberId}, ${note})`,
      );
    }
    await emit(tx, context.viewer.actor, now, [reviewOpened.draft(id, { postId: post.postId, revision, queue, reason: 'REQUEST' })]);
    return id;
  });
}

/** A person's question outranks the lot: a review drawn as a sample that nobody is at becomes the one asked for. */
async function takeOver(tx: Tx, live: LiveReview, asked: { queue: string; note: string; memberId: string; dueAt: Date }, now: Date): Promise<boolean> {
  const taken = await query(
    tx,
    sql`update reviews
        set queue = ${asked.queue}, reason = 'REQUEST', severity = ${SEVERITY}, due_at = ${asked.dueAt}, requested_by = ${asked.memberId},
            request_note = ${asked.note}, state = 'OPEN', claimed_by = null, claim_token = null, claim_expires_at = null
        where id = ${live.id} and reason = 'SAMPLE' and (state = 'OPEN' or claim_expires_at <= ${now})
        returning id`,
  );
  return taken.length > 0;
}
