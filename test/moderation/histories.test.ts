import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';

import { decideReview } from '../../src/moderation/decide-review.js';
import { authorHistories, historyKey, siteHistories } from '../../src/moderation/history/load-history.js';
import { undoDecision } from '../../src/moderation/undo-decision.js';
import { queryOne } from '../../src/platform/index.js';
import { type Actor, type ModerationRoom, openModerationRoom, RUDE } from './moderation-room.js';

const YEAR_MS = 365 * 86_400_000;

let room: ModerationRoom;
let chen: Actor;
let siteId = '';
beforeAll(async () => {
  room = await openModerationRoom();
  chen = await room.person('chen', 'MODERATOR');
  siteId = (await queryOne(room.db, sql<{ id: string }>`select id from sites`))?.id ?? '';
}, 60_000);
afterAll(() => room.close());

const decide = async (externalId: string, action: 'CLEAR' | 'RETURN' | 'REMOVE', category: string | null = null) => {
  await room.push({ [externalId]: `${RUDE}${externalId}` });
  const { reviewId, claimToken } = await room.claim(chen);
  return (await decideReview(chen, { reviewId, claimToken, action, category, rationale: '见标出的语句。' })).decisionId;
};
const historyOf = async (author: string) => {
  const key = historyKey(room.clock.now(), siteId, author);
  return (await authorHistories.load(room.db, [key])).get(key);
};
const countsOf = async (author: string) => {
  const { cleared, returned, removed, categories } = (await historyOf(author)) ?? { categories: [] };
  return { cleared, returned, removed, categories: categories.map(({ category, returned: back, removed: gone }) => [category, back, gone]) };
};

describe('what the desk knows of an author and a site', () => {
  it('is nothing of those who are new', async () => {
    expect(await countsOf('无人')).toEqual({ cleared: 0, returned: 0, removed: 0, categories: [] });
  });

  it('is what people decided, by category, those with most in front, without what was undone', async () => {
    await decide('one', 'CLEAR');
    await decide('two', 'RETURN', 'incivility.insult');
    await decide('three', 'REMOVE', 'incivility.insult');
    await decide('four', 'RETURN', 'incivility.threat');
    await undoDecision(chen, { decisionId: await decide('five', 'REMOVE', 'incivility.threat') });
    expect(await countsOf('林小禾')).toEqual({ cleared: 1, returned: 2, removed: 1, categories: [['incivility.insult', 1, 1], ['incivility.threat', 1, 0]] });
    const key = historyKey(room.clock.now(), siteId);
    expect((await siteHistories.load(room.db, [key])).get(key)).toMatchObject({ cleared: 1, returned: 2, removed: 1 });
  });

  it('is not what another author of that name did on another site', async () => {
    const key = historyKey(room.clock.now(), '00000000-0000-7000-8000-000000000000', '林小禾');
    expect((await authorHistories.load(room.db, [key])).get(key)).toMatchObject({ cleared: 0, returned: 0, removed: 0 });
  });

  it('is forgotten after a year', async () => {
    room.clock.advance(YEAR_MS + 1);
    expect(await countsOf('林小禾')).toEqual({ cleared: 0, returned: 0, removed: 0, categories: [] });
  });
});
