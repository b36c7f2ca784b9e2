import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { savePolicyDraft } from '../../../src/moderation/packs/save-policy-draft.js';
import { startShadow, stopShadow } from '../../../src/moderation/packs/shadow-policy-pack.js';
import { shadowFigures } from '../../../src/moderation/shadow/shadow-figures.js';
import { query } from '../../../src/platform/index.js';
import { type Actor, KIND, type ModerationRoom, RUDE, openModerationRoom } from '../moderation-room.js';
import { writePack } from '../packs/write-pack.js';

describe('a version in the shadow', () => {
  let room: ModerationRoom;
  let lead: Actor;
  let packId: string;
  beforeAll(async () => {
    room = await openModerationRoom();
    lead = await room.person('gu', 'LEAD');
    packId = await savePolicyDraft(lead, { yaml: writePack({ version: 'shadow', rules: { snow: ['扫干净'], dawn: ['天没亮'] } }), rationale: '试' });
  });
  afterAll(() => room.close());

  it('judges what comes in beside the one served, and nothing follows from it', async () => {
    await room.push({ earlier: KIND });
    await startShadow(lead, packId);
    const [kind = '', rude = '', both = '', plain = ''] = await room.push({ kind: KIND, rude: RUDE, both: `${RUDE}${KIND}天没亮。`, plain: '今天放晴。' });
    expect(await room.standing(kind)).toMatchObject({ standing: 'PUBLISHABLE' });
    expect(await room.standing(rude)).toMatchObject({ standing: 'HELD' });
    expect((await room.reviews(kind)).filter(({ reason }) => reason === 'FINDINGS')).toEqual([]);
    const rows = await query(room.db, sql<{ postId: string; outcome: string; served: string }>`select post_id as "postId", outcome, served_outcome as served from shadow_screenings`);
    expect(new Map(rows.map(({ postId, outcome, served }) => [postId, `${served} ${outcome}`]))).toEqual(
      new Map([[kind, 'CLEAR HOLD'], [rude, 'HOLD CLEAR'], [both, 'HOLD HOLD'], [plain, 'CLEAR CLEAR']]),
    );
  });

  it('is told in figures: agreement, newly held and released, by rule, with examples', async () => {
    const figures = await shadowFigures(room.db, packId, 10);
    expect(figures).toMatchObject({ posts: 4, agreement: { count: 2, of: 4, share: 0.5 } });
    expect(figures.newlyHeld).toMatchObject({ count: 1, rules: [{ rule: 'lexicon/snow', posts: 1 }], examples: [{ title: '来稿', findings: [{ rule: 'snow' }] }] });
    expect(figures.newlyReleased.count).toBe(1);
    expect(figures.newlyReleased.rules.length).toBeGreaterThan(0);
    expect(figures.newlyReleased.examples[0]?.findings.length).toBeGreaterThan(0);
  });

  it('counts what it kept, also when batches run side by side', async () => {
    const ids = await room.push(Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`lot-${number}`, number % 3 === 0 ? `${KIND}${number}` : `今天放晴。${number}`])), { screen: false });
    await Promise.all(Array.from({ length: 6 }, (_, batch) => room.screen(ids.slice(batch * 10, batch * 10 + 10))));
    const figures = await shadowFigures(room.db, packId, 5);
    const [kept] = await query(room.db, sql<{ all: number; held: number }>`
      select count(*)::int as all, count(*) filter (where outcome = 'HOLD' and served_outcome = 'CLEAR')::int as held from shadow_screenings`);
    expect([figures.posts, figures.newlyHeld.count]).toEqual([kept?.all, kept?.held]);
    expect(kept).toEqual({ all: 64, held: 21 });
    expect(figures.newlyHeld.examples).toHaveLength(5);
  });

  it('stopped, it judges no more and its figures stay', async () => {
    await stopShadow(lead, packId);
    await room.push({ later: KIND });
    expect((await shadowFigures(room.db, packId, 5)).posts).toBe(64);
  });
});
