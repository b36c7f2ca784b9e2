import { sql } from 'kysely';
import { HubError, type Tx, emit, newId, query, queryOne, transaction } from '../platform/index.js';
import { ESCALATED } from './current-policy.js';
import { checkDecision, type DecisionInput } from './check-decision.js';
import { reviewDecided } from './events.js';
import { issueStatement } from './issue-statement.js';
import { staleClaim } from './keep-claims.js';
import { type LockedStanding, lockStandings } from './lock-standings.js';
import { type ActionContext, requireMember } from './require-member.js';
import { nextStanding } from './standing-states.js';
import { writeStandings } from './write-standings.js';

/** A review as the one who decides it needs it. */
interface ReviewRow {
  readonly id: string;
  readonly postId: string;
  readonly revision: number;
  readonly queue: string;
  readonly reason: string;
  readonly state: string;
  readonly openedAt: string;
  readonly claimedBy: string | null;
  readonly claimToken: string | null;
  readonly claimExpiresAt: string | null;
}

/**
 * A person decides a review: the decision, the statement of reasons, the post's new standing and the facts, all in one
 * transaction. ESCALATE leaves the post as it is and opens the review again in the queue of the escalated.
 * @returns the uuids of the decision and of the post
 * @throws HubError UNKNOWN_ID; CLAIM_STALE when the claim is not the caller's any more; REQUIRED, TOO_LONG, UNKNOWN_CATEGORY,
 *   BAD_SPAN about the input; BAD_TRANSITION when a post that stands there can't be decided so
 */
export async function decideReview(context: ActionContext, input: DecisionInput): Promise<{ decisionId: string; postId: string }> {
  const memberId = requireMember(context);
  return transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const { review, from } = await lockReview(tx, input.reviewId, now);
    checkClaim(review, memberId, input.claimToken, now);
    const { category, rationale, spans } = await checkDecision(tx, review, input);
    const { action } = input;
    const to = nextStanding(from.withdrawn ? 'WITHDRAWN' : from.standing, { cause: 'DECIDE', action });
    if (to === undefined) throw new HubError('BAD_TRANSITION', whyNot(from), 'action');
    if (action === 'ESCALATE' && review.queue === ESCALATED) throw new HubError('BAD_TRANSITION', 'This review was escalated already: decide it.', 'action');

    const decisionId = newId();
    const seconds = Math.max(0, Math.round((now.getTime() - new Date(review.openedAt).getTime()) / 1_000));
    await query(
      tx,
      sql`insert into decisions (id, review_id, post_id, revision, action, category, rationale, spans, nominate,
                                 decided_by, decided_at, seconds, from_queue, from_standing, from_approved, site_id, reason)
          values (${decisionId}, ${review.id}, ${review.postId}, ${review.revision}, ${action}, ${category?.code ?? null}, ${rationale},
                  ${JSON.stringify(spans)}::jsonb, ${action === 'CLEAR' && input.nominate === true},
                  ${memberId}, ${now}, ${seconds}, ${review.queue}, ${from.standing}, ${from.approvedRevision},
                  ${from.siteId}, ${review.reason})`,
    );
    const restriction = to === 'RETURNED' || to === 'REMOVED' ? to : undefined;
    const statementId =
      restriction !== undefined && category !== null && rationale !== null
        ? await issueStatement(tx, { decisionId, review, siteId: from.siteId, restriction, category, facts: rationale, spans, now })
        : null;
    await closeReview(tx, review.id, action === 'ESCALATE', now);
    const approvedRevision = action === 'CLEAR' ? review.revision : from.approvedRevision;
    const moved = await writeStandings(tx, now, [{ from, to, approvedRevision, revision: review.revision }]);
    const { postId, revision, queue } = review;
    const decided = reviewDecided.draft(review.id, { postId, revision, decisionId, action, category: category?.code ?? null, queue, statementId });
    await emit(tx, context.viewer.actor, now, [decided, ...moved]);
    return { decisionId, postId };
  });
}

/** Locks the post's standing and then the review: the order that everybody keeps. */
async function lockReview(tx: Tx, reviewId: string, now: Date): Promise<{ review: ReviewRow; from: LockedStanding }> {
  const found = await queryOne(tx, sql<{ postId: string }>`select post_id as "postId" from reviews where id = ${reviewId}`);
  const from = found === undefined ? undefined : (await lockStandings(tx, [found.postId], now)).get(found.postId);
  const review = await queryOne(
    tx,
    sql<ReviewRow>`
      select id, post_id as "postId", revision, queue, reason, state, opened_at as "openedAt",
             claimed_by as "claimedBy", claim_token as "claimToken", claim_expires_at as "claimExpiresAt"
      from reviews where id = ${reviewId} for update`,
  );
  if (review === undefined || from === undefined) throw new HubError('UNKNOWN_ID', 'There is no Review with this id.', 'reviewId');
  return { review, from };
}

function checkClaim(review: ReviewRow, memberId: string, token: string, now: Date): void {
  const expired = review.claimExpiresAt === null || new Date(review.claimExpiresAt) <= now;
  if (review.state !== 'CLAIMED' || review.claimedBy !== memberId || review.claimToken !== token || expired) throw staleClaim('claimToken');
}

function whyNot({ withdrawn, standing }: LockedStanding): string {
  if (withdrawn) return 'Its site withdrew the post: there is nothing to decide any more.';
  if (standing === 'PENDING') return 'The post has not been screened yet; try again in a moment.';
  if (standing === 'PUBLISHABLE') return 'The post is public: it can be cleared, removed or escalated, not returned.';
  return `A post that stands ${standing} cannot be decided like this.`;
}

async function closeReview(tx: Tx, reviewId: string, escalate: boolean, now: Date): Promise<void> {
  const change = escalate ? sql`state = 'OPEN', queue = ${ESCALATED}` : sql`state = 'DECIDED', decided_at = ${now}`;
  await query(tx, sql`update reviews set ${change}, claim_token = null, claim_expires_at = null, claimed_by = null where id = ${reviewId}`);
}
