import { sql } from 'kysely';
import { HubError, type Tx, emit, query, queryOne, transaction } from '../platform/index.js';
import { checkRationale } from './check-decision.js';
import { decisionUndone } from './events.js';
import { type LockedStanding, lockStandings } from './lock-standings.js';
import { type ActionContext, requireMember } from './require-member.js';
import { type DecisionAction, type Standing, nextStanding } from './standing-states.js';
import { writeStandings } from './write-standings.js';

/** How long those who decided may take it back themselves; a lead may at any time. */
const WINDOW_MINUTES = 10;

interface DecisionRow {
  readonly id: string;
  readonly reviewId: string;
  readonly postId: string;
  readonly revision: number;
  readonly action: DecisionAction;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly fromQueue: string;
  readonly fromStanding: Standing;
  readonly fromApproved: number | null;
  readonly undone: boolean;
  /** A later decision on the post stands. */
  readonly followed: boolean;
}

/**
 * Takes a decision back: the post stands where it stood, its statement of reasons is rescinded, its review waits again.
 * The record of both stays.
 * @returns the uuids of the review and of the post
 * @throws HubError UNKNOWN_ID, ALREADY_UNDONE, FORBIDDEN, UNDO_WINDOW_PASSED, REQUIRED (a lead says why), and SUPERSEDED after a
 *   later decision, a new revision or a withdrawal
 */
export async function undoDecision(
  context: ActionContext,
  input: { readonly decisionId: string; readonly rationale?: string | null },
): Promise<{ reviewId: string; postId: string }> {
  const memberId = requireMember(context);
  return transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const { decision, from } = await lockDecision(tx, input.decisionId, now);
    if (decision.undone) throw new HubError('ALREADY_UNDONE', 'This decision was undone already.', 'decisionId');
    const rationale = checkRationale(input.rationale);
    checkWho(context, decision, memberId, rationale, now);
    const to = nextStanding(from.standing, { cause: 'UNDO', backTo: decision.fromStanding });
    if (from.withdrawn || decision.followed || from.newestRevision > decision.revision || to === undefined) {
      throw new HubError('SUPERSEDED', 'The post was decided again, changed or withdrawn since: there is nothing to go back to.', 'decisionId');
    }
    await query(tx, sql`update decisions set undone_by = ${memberId}, undone_at = ${now}, undo_rationale = ${rationale} where id = ${decision.id}`);
    await query(tx, sql`update statements set rescinded_at = ${now} where decision_id = ${decision.id}`);
    await reopenReview(tx, decision);
    const moved = await writeStandings(tx, now, [{ from, to, approvedRevision: decision.fromApproved, revision: decision.revision }]);
    const { reviewId, postId, action } = decision;
    await emit(tx, context.viewer.actor, now, [decisionUndone.draft(decision.id, { postId, reviewId, action }), ...moved]);
    return { reviewId, postId };
  });
}

async function lockDecision(tx: Tx, decisionId: string, now: Date): Promise<{ decision: DecisionRow; from: LockedStanding }> {
  const found = await queryOne(tx, sql<{ postId: string }>`select post_id as "postId" from decisions where id = ${decisionId}`);
  const from = found === undefined ? undefined : (await lockStandings(tx, [found.postId], now)).get(found.postId);
  // Read under the lock: everything that could have happened to the post by now has.
  const decision = await queryOne(
    tx,
    sql<DecisionRow>`
      select d.id, d.review_id as "reviewId", d.post_id as "postId", d.revision, d.action, d.decided_by as "decidedBy", d.decided_at as "decidedAt",
             d.from_queue as "fromQueue", d.from_standing as "fromStanding", d.from_approved as "fromApproved", d.undone_at is not null as undone,
             exists (select from decisions later where later.post_id = d.post_id and later.id > d.id and later.undone_at is null) as followed
      from decisions d where d.id = ${decisionId}`,
  );
  if (decision === undefined || from === undefined) throw new HubError('UNKNOWN_ID', 'There is no Decision with this id.', 'decisionId');
  return { decision, from };
}

function checkWho({ viewer }: ActionContext, decision: DecisionRow, memberId: string, rationale: string | null, now: Date): void {
  const own = decision.decidedBy === memberId;
  if (viewer.roles.includes('LEAD')) {
    if (!own && rationale === null) throw new HubError('REQUIRED', "Undoing somebody else's decision needs a rationale.", 'rationale');
    return;
  }
  if (!own) throw new HubError('FORBIDDEN', 'Only the one who decided, or a lead, can undo this decision.', 'decisionId');
  if (now.getTime() - new Date(decision.decidedAt).getTime() > WINDOW_MINUTES * 60_000) {
    throw new HubError('UNDO_WINDOW_PASSED', `A decision can be taken back within ${WINDOW_MINUTES} minutes; ask a lead.`, 'decisionId');
  }
}

/** The review waits again where it waited; one that was opened for the post in the meantime gives way to it. */
async function reopenReview(tx: Tx, decision: DecisionRow): Promise<void> {
  await query(
    tx,
    sql`update reviews set state = 'CLOSED', closed_reason = 'SUPERSEDED', claimed_by = null, claim_token = null, claim_expires_at = null
        where post_id = ${decision.postId} and id <> ${decision.reviewId} and state in ('OPEN', 'CLAIMED')`,
  );
  await query(
    tx,
    sql`update reviews
        set state = 'OPEN', queue = ${decision.fromQueue}, decided_at = null, claimed_by = null, claim_token = null, claim_expires_at = null
        where id = ${decision.reviewId}`,
  );
}
