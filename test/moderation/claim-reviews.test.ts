import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { claimReviews } from '../../src/moderation/claim-reviews.js';
import { decideReview } from '../../src/moderation/decide-review.js';
import { releaseReviews, renewClaims } from '../../src/moderation/keep-claims.js';
import { readReviewQueues } from '../../src/moderation/read-review-queues.js';
import { listReviews } from '../../src/moderation/read-reviews.js';
import { ReviewState } from '../../src/moderation/review.view.js';
import { query } from '../../src/platform/index.js';
import { type Actor, type ModerationRoom, RUDE, codeOf, openModerationRoom } from './moderation-room.js';

const MINUTE = 60_000;

describe('claiming reviews', () => {
  let room: ModerationRoom;
  beforeAll(async () => {
    room = await openModerationRoom(64);
  });
  afterAll(() => room.close());

  it('64 moderators at once over 2,000 open reviews never share one, and leave none', async () => {
    for (let batch = 0; batch < 4; batch += 1) {
      await room.push(Object.fromEntries(Array.from({ length: 500 }, (_, number) => [`crowd-${batch}-${number}`, `${RUDE}${batch}.${number}`])));
    }
    const moderators = await Promise.all(Array.from({ length: 64 }, (_, number) => room.person(`crowd-${number}`, 'MODERATOR')));
    const claimed = await Promise.all(moderators.map((moderator) => claimAll(moderator)));
    const all = claimed.flat();
    expect(all).toHaveLength(2_000);
    expect(new Set(all).size).toBe(2_000);
    const holders = await query(room.db, sql<{ n: number }>`select count(distinct claimed_by)::int as n from reviews where state = 'CLAIMED'`);
    expect(holders[0]?.n).toBe(claimed.filter((mine) => mine.length > 0).length);
    expect(holders[0]?.n).toBeGreaterThan(32);
    await query(room.db, sql`update reviews set state = 'CLOSED'`);
  });

  it('gives what is due first, and a review whose lease ran out to a colleague; its first holder can do nothing with it any more', async () => {
    const early = await room.push({ early: RUDE });
    room.clock.advance(MINUTE);
    const late = await room.push({ late: RUDE });
    const [first, second] = [await room.person('first', 'MODERATOR'), await room.person('second', 'MODERATOR')];
    const claim = await room.claim(first);
    expect(claim.postId).toBe(early[0]);
    room.clock.advance(15 * MINUTE);
    const again = await room.claim(second);
    expect(again).toMatchObject({ postId: early[0], reviewId: claim.reviewId });
    expect(again.claimToken).not.toBe(claim.claimToken);
    expect(await codeOf(decideReview(first, { ...claim, action: 'CLEAR' }))).toBe('CLAIM_STALE');
    expect((await renewClaims(first, [{ ...claim, field: 'claims.0' }])).stale).toMatchObject([{ code: 'CLAIM_STALE', field: 'claims.0' }]);
    expect((await releaseReviews(first, [{ ...claim, field: 'claims.0' }])).stale).toHaveLength(1);
    expect((await room.claim(first)).postId).toBe(late[0]);
    await query(room.db, sql`update reviews set state = 'CLOSED'`);
  });

  it('holds a renewed claim for a full lease from then, and gives a released one to the next at once', async () => {
    await room.push({ renewed: RUDE });
    const [first, second] = [await room.person('first', 'MODERATOR'), await room.person('second', 'MODERATOR')];
    const claim = { ...(await room.claim(first)), field: 'claims.0' };
    room.clock.advance(14 * MINUTE);
    expect(await renewClaims(first, [claim])).toEqual({ reviewIds: [claim.reviewId], stale: [] });
    room.clock.advance(14 * MINUTE);
    expect(await claimReviews(second, { queue: 'incivility', count: 10 })).toEqual([]);
    expect(await releaseReviews(first, [claim])).toEqual({ reviewIds: [claim.reviewId], stale: [] });
    expect(await claimReviews(second, { queue: 'incivility', count: 10 })).toEqual([claim.reviewId]);
    await query(room.db, sql`update reviews set state = 'CLOSED'`);
  });

  it('names what is wrong with a claim for no known queue, or for too many', async () => {
    const moderator = await room.person('first', 'MODERATOR');
    expect(await codeOf(claimReviews(moderator, { queue: 'gossip', count: 1 }))).toBe('UNKNOWN_QUEUE');
    for (const count of [0, 51, -1]) expect(await codeOf(claimReviews(moderator, { queue: 'incivility', count }))).toBe('OUT_OF_RANGE');
  });

  it('counts each queue and lists what waits as it is due, page by page', async () => {
    const posts = await room.push(Object.fromEntries(Array.from({ length: 7 }, (_, number) => [`listed-${number}`, `${RUDE}${number}`])));
    const moderator = await room.person('first', 'MODERATOR');
    await claimReviews(moderator, { queue: 'incivility', count: 2 });
    const queues = new Map((await readReviewQueues(room.db, room.clock.now())).map((queue) => [queue.name, queue]));
    expect(queues.get('incivility')).toMatchObject({ openCount: 5, claimedCount: 2, overdueCount: 0, predictedClearAt: null });
    expect(queues.get('escalated')).toMatchObject({ openCount: 0, oldestDueAt: null });
    room.clock.advance(365 * 24 * 60 * MINUTE);
    const later = (await readReviewQueues(room.db, room.clock.now())).find(({ name }) => name === 'incivility');
    expect(later).toMatchObject({ openCount: 7, claimedCount: 0, overdueCount: 7 });

    const filter = { queue: 'incivility', state: ReviewState.OPEN };
    const first = await listReviews(room.db, filter, room.clock.now(), 4, null);
    const last = first.at(-1);
    const rest = await listReviews(room.db, filter, room.clock.now(), 10, Buffer.from(`${last?.dueAt}\n${last?.uuid}`).toString('base64url'));
    expect(new Set([...first, ...rest].map(({ postId }) => postId))).toEqual(new Set(posts));
    expect([first.length, rest.length]).toEqual([4, 3]);
  });

  async function claimAll(moderator: Actor): Promise<string[]> {
    const mine: string[] = [];
    for (;;) {
      const claimed = await claimReviews(moderator, { queue: 'incivility', count: 5 });
      if (claimed.length === 0) return mine;
      mine.push(...claimed);
    }
  }
});
