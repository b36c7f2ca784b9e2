import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { decideReview } from '../../../src/moderation/decide-review.js';
import { creditSite } from '../../../src/moderation/sampling/credit-site.js';
import { siteRecords } from '../../../src/moderation/sampling/site-records.js';
import { undoDecision } from '../../../src/moderation/undo-decision.js';
import { type Database, query, queryOne } from '../../../src/platform/index.js';
import { type Actor, KIND, type ModerationRoom, codeOf, openModerationRoom } from '../moderation-room.js';
import { editFirstEdition, servePack } from '../packs/serve-pack.js';

const removal = { action: 'REMOVE', category: 'deception.spam', rationale: '夹带广告' } as const;

describe("a site's record", () => {
  let room: ModerationRoom;
  let reader: Actor;
  let siteId: string;
  let pushed = 0;
  beforeAll(async () => {
    room = await openModerationRoom();
    reader = await room.person('shen', 'MODERATOR', 'LEAD');
    // What is pushed here by the hundred is neither a flood nor anybody's style: rules alone judge it.
    await servePack(reader, editFirstEdition('rules-only', { copies: null, models: null }));
    siteId = (await queryOne(room.db, sql<{ id: string }>`select id from sites`))?.id ?? '';
    await query(room.db, sql`delete from site_credits`);
  });
  afterAll(() => room.close());

  /** Pushes kind posts; gives how many of them people are shown. */
  const sampledOf = async (count: number) => {
    const posts = Object.fromEntries(Array.from({ length: count }, () => [`post-${(pushed += 1)}`, `${KIND}第${pushed}篇。`]));
    const ids = await room.push(posts);
    const row = await queryOne(room.db, sql<{ n: number }>`select count(*)::int as n from reviews where reason = 'SAMPLE' and post_id = any(${ids}::uuid[])`);
    return row?.n ?? 0;
  };
  const decide = async (count: number) => {
    for (let done = 0; done < count; done += 1) {
      room.clock.advance(1_000);
      await decideReview(reader, { ...(await room.claim(reader, 'sample')), action: 'CLEAR' });
    }
  };
  const record = async () => (await siteRecords(room.db, [siteId], 200)).get(siteId);

  it('a new site is seen whole, until enough of its samples were decided; then less and less', async () => {
    expect(await sampledOf(50)).toBe(50);
    await decide(19);
    expect(await record()).toEqual({ decided: 19, violations: 0, cleanSince: 19 });
    expect(await sampledOf(10)).toBe(10);
    await decide(1);
    const half = await sampledOf(100);
    expect(half).toBeGreaterThan(30);
    expect(half).toBeLessThan(70);
    await decide(15);
    const tenth = await sampledOf(100);
    expect(tenth).toBeLessThan(25);
  });

  it('rises at once after a violation, and is as if it had not been once that is undone', async () => {
    room.clock.advance(1_000);
    const { decisionId } = await decideReview(reader, { ...(await room.claim(reader, 'sample')), ...removal });
    expect(await record()).toEqual({ decided: 36, violations: 1, cleanSince: 0 });
    expect(await sampledOf(100)).toBeGreaterThan(30);
    await undoDecision(reader, { decisionId, rationale: '看错了' });
    expect(await record()).toEqual({ decided: 35, violations: 0, cleanSince: 35 });
  });

  it('counts sampled posts only: what screening held was no miss', async () => {
    const before = await record();
    await room.push({ rude: '你就是个没用的废物，趁早滚出这个论坛。' });
    await decideReview(reader, { ...(await room.claim(reader)), ...removal, category: 'incivility.insult' });
    expect(await record()).toEqual(before);
  });

  it('may begin with a credit, older than all that people find', async () => {
    const by = { actor: 'system:test', memberId: null, now: room.clock.now(), reason: '多年往来' };
    await creditSite(room.db, 'river-news', 40, by);
    expect(await record()).toEqual({ decided: 75, violations: 0, cleanSince: 75 });
    room.clock.advance(1_000);
    await decideReview(reader, { ...(await room.claim(reader, 'sample')), ...removal });
    expect(await record()).toEqual({ decided: 76, violations: 1, cleanSince: 0 });
    expect(await codeOf(creditSite(room.db, 'nowhere', 40, by))).toBe('UNKNOWN_SITE');
    expect(await codeOf(creditSite(room.db, 'river-news', 0, by))).toBe('OUT_OF_RANGE');
  });

  it('is read from the index alone, however long the history', async () => {
    await query(
      room.db,
      sql`insert into decisions (id, review_id, post_id, revision, action, decided_by, decided_at, seconds, from_queue, from_standing, site_id, reason)
          select gen_random_uuid(), d.review_id, d.post_id, 1, 'CLEAR', d.decided_by, d.decided_at - n * interval '1 minute', 1, 'sample', 'PUBLISHABLE', d.site_id, 'SAMPLE'
          from (select * from decisions where reason = 'SAMPLE' limit 1) d, generate_series(1, 20000) n`,
    );
    await query(room.db, sql`vacuum (analyze) decisions`);
    const plan = await explain(room.db, siteId);
    expect(plan).toContain('Index Only Scan using decisions_sampled');
    expect(plan).not.toMatch(/Seq Scan on decisions|Sort/);
    expect(await record()).toMatchObject({ decided: 200, violations: 1 });
  });
});

/** The plan of the part of the statement that grows with history. */
async function explain(db: Database, siteId: string): Promise<string> {
  const rows = await query(
    db,
    sql<{ 'QUERY PLAN': string }>`
      explain select d.action, row_number() over (order by d.decided_at desc, d.id desc) as place
      from decisions d
      where d.site_id = ${siteId} and d.reason = 'SAMPLE' and d.undone_at is null and d.action in ('CLEAR', 'RETURN', 'REMOVE')
      order by d.decided_at desc, d.id desc limit 200`,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
