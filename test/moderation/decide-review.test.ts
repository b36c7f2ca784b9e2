import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { claimReviews } from '../../src/moderation/claim-reviews.js';
import { decideReview } from '../../src/moderation/decide-review.js';
import { requestReview } from '../../src/moderation/request-review.js';
import { isSampled } from '../../src/moderation/screening/is-sampled.js';
import { undoDecision } from '../../src/moderation/undo-decision.js';
import { queryOne } from '../../src/platform/index.js';
import { type Actor, KIND, type ModerationRoom, RUDE, codeOf, openModerationRoom } from './moderation-room.js';

const MINUTE = 60_000;
const grounds = { category: 'incivility.insult', rationale: '当众辱骂他人' };

interface Statement {
  restriction: string;
  category: string;
  facts: string;
  rule: { zh: string };
  spans: { text: string }[];
  detected: boolean;
  decided: boolean;
  days: number;
  rescinded: boolean;
}

describe('deciding, and taking a decision back', () => {
  let room: ModerationRoom;
  let moderator: Actor;
  let colleague: Actor;
  let lead: Actor;
  beforeAll(async () => {
    room = await openModerationRoom();
    [moderator, colleague, lead] = [await room.person('moderator', 'MODERATOR'), await room.person('colleague', 'MODERATOR'), await room.person('lead', 'MODERATOR', 'LEAD')];
  });
  afterAll(() => room.close());

  /** A held post, claimed by the moderator. */
  async function heldPost(externalId: string) {
    await room.push({ [externalId]: RUDE });
    return room.claim(moderator);
  }

  const statementOf = (postId: string) =>
    queryOne(
      room.db,
      sql<Statement>`
        select restriction, category, facts, rule, spans, automated_detection as detected, automated_decision as decided,
               extract(days from appeal_by - issued_at)::int as days, rescinded_at is not null as rescinded
        from statements where post_id = ${postId}`,
    );

  it('REMOVE takes the post away and says why: ground, facts, place in the text, how it was found, how long an appeal is open', async () => {
    const { postId, ...claim } = await heldPost('removed');
    const { decisionId } = await decideReview(moderator, { ...claim, action: 'REMOVE', ...grounds });
    expect(await room.standing(postId)).toMatchObject({ standing: 'REMOVED' });
    const statement = await statementOf(postId);
    expect(statement).toMatchObject({ restriction: 'REMOVED', category: 'incivility.insult', facts: '当众辱骂他人', detected: true, decided: false, days: 30, rescinded: false });
    expect(statement?.rule.zh).toContain('辱骂');
    expect(statement?.spans.length).toBeGreaterThan(0);
    expect(await room.reviews(postId)).toMatchObject([{ state: 'DECIDED' }]);
    expect(await room.events('review.decided', claim.reviewId)).toMatchObject([{ postId, decisionId, action: 'REMOVE', category: 'incivility.insult' }]);
    expect((await room.events('standing.changed', postId)).at(-1)).toMatchObject({ from: 'HELD', to: 'REMOVED' });
  });

  it('RETURN carries a statement with the spans that the person marked', async () => {
    const { postId, ...claim } = await heldPost('returned');
    await decideReview(moderator, { ...claim, action: 'RETURN', ...grounds, spans: [{ start: 0, end: 2 }] });
    expect(await room.standing(postId)).toMatchObject({ standing: 'RETURNED' });
    expect(await statementOf(postId)).toMatchObject({ restriction: 'RETURNED', spans: [{ text: RUDE.slice(0, 2) }] });
  });

  it('CLEAR makes the post public, without a statement', async () => {
    const { postId, ...claim } = await heldPost('cleared');
    await decideReview(moderator, { ...claim, action: 'CLEAR' });
    expect(await room.standing(postId)).toEqual({ standing: 'PUBLISHABLE', approved: 1 });
    expect(await statementOf(postId)).toBeUndefined();
  });

  it('ESCALATE leaves the post as it is and passes the review on', async () => {
    const { postId, ...claim } = await heldPost('escalated');
    await decideReview(moderator, { ...claim, action: 'ESCALATE', rationale: '拿不准' });
    expect(await room.standing(postId)).toMatchObject({ standing: 'HELD' });
    expect(await room.reviews(postId)).toMatchObject([{ state: 'OPEN', queue: 'escalated' }]);
    const escalated = await room.claim(lead, 'escalated');
    expect(escalated).toMatchObject({ postId, reviewId: claim.reviewId });
    expect(await codeOf(decideReview(lead, { ...escalated, action: 'ESCALATE', rationale: '还是拿不准' }))).toBe('BAD_TRANSITION');
    await decideReview(lead, { ...escalated, action: 'CLEAR' });
  });

  it('refuses what lacks grounds, each by its field, and nothing is written', async () => {
    const { postId, ...claim } = await heldPost('groundless');
    const decide = (input: object) => decideReview(moderator, { ...claim, action: 'REMOVE', ...input });
    await expect(decide({ rationale: '辱骂' })).rejects.toMatchObject({ code: 'REQUIRED', field: 'category' });
    await expect(decide({ category: 'incivility.insult', rationale: ' ' })).rejects.toMatchObject({ code: 'REQUIRED', field: 'rationale' });
    await expect(decide({ category: 'opinion.dissent', rationale: '不同意' })).rejects.toMatchObject({ code: 'UNKNOWN_CATEGORY', field: 'category' });
    await expect(decide({ action: 'ESCALATE' })).rejects.toMatchObject({ code: 'REQUIRED', field: 'rationale' });
    await expect(decide({ ...grounds, spans: [{ start: 5, end: 999 }] })).rejects.toMatchObject({ code: 'BAD_SPAN', field: 'spans.0' });
    await expect(decide({ ...grounds, rationale: '长'.repeat(4_001) })).rejects.toMatchObject({ code: 'TOO_LONG', field: 'rationale' });
    expect(await room.standing(postId)).toMatchObject({ standing: 'HELD' });
    expect(await statementOf(postId)).toBeUndefined();
    await decide(grounds);
  });

  it('refuses a token that is not the claim’s: a wrong one, another’s, one that ran out, one already used, one of a text that changed', async () => {
    const { postId, ...claim } = await heldPost('stale');
    const decide = (actor: Actor, input: object = {}) => codeOf(decideReview(actor, { ...claim, action: 'CLEAR', ...input }));
    expect(await decide(moderator, { claimToken: 'nothing' })).toBe('CLAIM_STALE');
    expect(await decide(colleague)).toBe('CLAIM_STALE');
    room.clock.advance(15 * MINUTE);
    expect(await decide(moderator)).toBe('CLAIM_STALE');
    const again = await room.claim(moderator);
    expect(await decide(moderator)).toBe('CLAIM_STALE');
    const settled = await Promise.allSettled([0, 1].map(() => decideReview(moderator, { ...again, action: 'CLEAR' })));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await decide(moderator, again)).toBe('CLAIM_STALE');

    const edited = await heldPost('edited-meanwhile');
    await room.push({ 'edited-meanwhile': `${RUDE}真的。` });
    expect(await codeOf(decideReview(moderator, { ...edited, action: 'CLEAR' }))).toBe('CLAIM_STALE');
    expect(await room.standing(postId)).toEqual({ standing: 'PUBLISHABLE', approved: 1 });
    await decideReview(moderator, { ...(await room.claim(moderator)), action: 'CLEAR' });
  });

  it('what is public can be removed, not returned; what is withdrawn cannot be decided', async () => {
    const [postId = ''] = await room.push({ public: KIND });
    await requestReview(colleague, { postId, queue: 'integrity', reason: '似曾相识' });
    const claim = await room.claim(moderator, 'integrity');
    expect(claim.postId).toBe(postId);
    expect(await codeOf(decideReview(moderator, { ...claim, action: 'RETURN', category: 'integrity.copy', rationale: '未注明出处' }))).toBe('BAD_TRANSITION');
    await decideReview(moderator, { ...claim, action: 'REMOVE', category: 'integrity.copy', rationale: '未注明出处' });
    expect(await room.standing(postId)).toEqual({ standing: 'REMOVED', approved: 1 });
    expect(await statementOf(postId)).toMatchObject({ detected: false });

    const gone = await heldPost('gone');
    await room.withdraw('gone');
    expect(await codeOf(decideReview(moderator, { ...gone, action: 'CLEAR' }))).toBe('CLAIM_STALE');
  });

  it('undoing a removal restores the post and its review, rescinds the statement, and keeps the record', async () => {
    const { postId, ...claim } = await heldPost('undone');
    const { decisionId } = await decideReview(moderator, { ...claim, action: 'REMOVE', ...grounds });
    room.clock.advance(9 * MINUTE);
    expect(await codeOf(undoDecision(colleague, { decisionId }))).toBe('FORBIDDEN');
    expect(await undoDecision(moderator, { decisionId, rationale: '看错了' })).toEqual({ reviewId: claim.reviewId, postId });
    expect(await room.standing(postId)).toEqual({ standing: 'HELD', approved: null });
    expect(await room.reviews(postId)).toMatchObject([{ state: 'OPEN', queue: 'incivility' }]);
    expect(await statementOf(postId)).toMatchObject({ rescinded: true });
    expect(await room.events('decision.undone', decisionId)).toEqual([{ postId, reviewId: claim.reviewId, action: 'REMOVE' }]);
    expect(await codeOf(undoDecision(moderator, { decisionId }))).toBe('ALREADY_UNDONE');
    await decideReview(moderator, { ...(await room.claim(moderator)), action: 'CLEAR' });
  });

  it('after ten minutes only a lead can undo, and says why', async () => {
    const { postId, ...claim } = await heldPost('window');
    const { decisionId } = await decideReview(moderator, { ...claim, action: 'CLEAR' });
    room.clock.advance(10 * MINUTE + 1);
    expect(await codeOf(undoDecision(moderator, { decisionId }))).toBe('UNDO_WINDOW_PASSED');
    expect(await codeOf(undoDecision(lead, { decisionId }))).toBe('REQUIRED');
    await undoDecision(lead, { decisionId, rationale: '读者指出了问题' });
    expect(await room.standing(postId)).toEqual({ standing: 'HELD', approved: null });
    await decideReview(lead, { ...(await room.claim(lead)), action: 'REMOVE', ...grounds });
    expect(await codeOf(undoDecision(lead, { decisionId, rationale: '再看' }))).toBe('ALREADY_UNDONE');
  });

  it('undoing an escalation brings the review back to its queue', async () => {
    const { postId, ...claim } = await heldPost('de-escalated');
    const { decisionId } = await decideReview(moderator, { ...claim, action: 'ESCALATE', rationale: '拿不准' });
    await undoDecision(moderator, { decisionId });
    expect(await room.reviews(postId)).toMatchObject([{ state: 'OPEN', queue: 'incivility' }]);
    await decideReview(moderator, { ...(await room.claim(moderator)), action: 'CLEAR' });
  });

  it('does not undo what a later decision, a new text or a withdrawal has overtaken', async () => {
    const first = await heldPost('overtaken');
    const cleared = await decideReview(moderator, { ...first, action: 'CLEAR' });
    await requestReview(colleague, { postId: first.postId, queue: 'incivility', reason: '再看一眼' });
    await decideReview(moderator, { ...(await room.claim(moderator)), action: 'REMOVE', ...grounds });
    expect(await codeOf(undoDecision(moderator, { decisionId: cleared.decisionId }))).toBe('SUPERSEDED');

    const second = await decideReview(moderator, { ...(await heldPost('rewritten')), action: 'REMOVE', ...grounds });
    await room.push({ rewritten: KIND });
    expect(await codeOf(undoDecision(moderator, { decisionId: second.decisionId }))).toBe('SUPERSEDED');
    expect(await room.standing(second.postId)).toMatchObject({ standing: 'REMOVED' });

    const third = await decideReview(moderator, { ...(await heldPost('taken-back')), action: 'CLEAR' });
    await room.withdraw('taken-back');
    expect(await codeOf(undoDecision(moderator, { decisionId: third.decisionId }))).toBe('SUPERSEDED');
  });

  it('a request takes over a review that was drawn by lot, unless somebody is at it', async () => {
    const postIds = await room.push(Object.fromEntries(Array.from({ length: 200 }, (_, number) => [`lot-${number}`, `${KIND}${number}`])));
    const [free = '', taken = ''] = postIds.filter((postId) => isSampled(postId, 0.1));
    await requestReview(moderator, { postId: free, queue: 'deception', reason: '像是广告' });
    expect(await room.reviews(free)).toMatchObject([{ queue: 'deception', reason: 'REQUEST', state: 'OPEN' }]);
    await claimReviews(colleague, { queue: 'sample', count: 50 });
    await requestReview(moderator, { postId: taken, queue: 'deception', reason: '像是广告' });
    expect(await room.reviews(taken)).toMatchObject([{ queue: 'sample', reason: 'SAMPLE', state: 'CLAIMED' }]);
  });

  it('a review asked for twice is one; what was removed has nothing to review', async () => {
    const [postId = ''] = await room.push({ asked: KIND });
    const ask = { postId, queue: 'privacy', reason: '像是私人电话' };
    const [one, two] = await Promise.all([requestReview(moderator, ask), requestReview(colleague, ask)]);
    expect(one).toBe(two);
    expect(await codeOf(requestReview(moderator, { ...ask, reason: '  ' }))).toBe('REQUIRED');
    expect(await codeOf(requestReview(moderator, { ...ask, queue: 'gossip' }))).toBe('UNKNOWN_QUEUE');
    await decideReview(moderator, { ...(await room.claim(moderator, 'privacy')), action: 'REMOVE', category: 'privacy.personal-data', rationale: '私人电话' });
    expect(await codeOf(requestReview(moderator, ask))).toBe('BAD_TRANSITION');
  });
});
