import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { countMatches } from '../../../src/moderation/brake/count-matches.js';
import { keepBrake, releaseBrake } from '../../../src/moderation/brake/judge-brake.js';
import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { query, queryOne, transaction } from '../../../src/platform/index.js';
import { type Actor, type ModerationRoom, codeOf, openModerationRoom } from '../moderation-room.js';
import { servePack } from '../packs/serve-pack.js';
import { writePack } from '../packs/write-pack.js';

const HOUR_MS = 3_600_000;
const WILD = 'lexicon/wild';

describe('the brake on a rule that runs wild', () => {
  let room: ModerationRoom;
  let lead: Actor;
  let pushed = 0;
  beforeAll(async () => {
    room = await openModerationRoom();
    lead = await room.person('gu', 'LEAD');
    const yaml = writePack({ version: 'braking', rules: { wild: ['扫雪'], calm: ['废物'] }, brake: '{windowHours: 1, minimumPosts: 40, share: 0.3, jump: 5, restHours: 3, exceptOneSite: false}' });
    await servePack(lead, yaml);
  });
  afterAll(() => room.close());

  /** Posts of which so many match the rule that will run wild; gives the standings of those. */
  const push = async (matching: number, others: number, screen = true) => {
    const texts = [...Array<string>(matching).fill('今天扫雪。'), ...Array<string>(others).fill('今天放晴。')];
    const ids = await room.push(Object.fromEntries(texts.map((text) => [`post-${(pushed += 1)}`, `${text}${pushed}`])), { screen });
    return ids.slice(0, matching);
  };
  const standingsOf = async (ids: readonly string[]) => new Set((await Promise.all(ids.map((id) => room.standing(id)))).map((row) => row?.standing));
  const matches = async () => {
    const rows = await query(room.db, sql<{ rule: string; posts: number }>`select rule, sum(posts)::int as posts from rule_matches group by rule`);
    return Object.fromEntries(rows.map(({ rule, posts }) => [rule, posts]));
  };
  const live = () => query(room.db, sql<{ id: string; rule: string; matched: number; screened: number; version: string }>`select id, rule, matched, screened, pack_version as version from rule_brakes where released_at is null`);

  it('counts are exact whatever is screened side by side', async () => {
    await push(2, 78, false);
    const all = (await query(room.db, sql<{ id: string }>`select id from posts order by id`)).map(({ id }) => id);
    const tens = Array.from({ length: 8 }, (_, batch) => all.slice(batch * 10, batch * 10 + 10));
    await Promise.all([...tens, all.slice(0, 40), all].map((batch) => room.screen(batch)));
    expect(await matches()).toEqual({ '': 80, [WILD]: 2 });
    await room.screen(all);
    expect(await matches()).toEqual({ '': 80, [WILD]: 2 });
  });

  it('nothing is braked in the first hour: there is nothing to compare with', async () => {
    await push(60, 0);
    expect(await live()).toEqual([]);
    await query(room.db, sql`delete from rule_matches`);
    await push(2, 78);
  });

  it('a share that is large but usual is no reason, nor a jump to a small one', async () => {
    room.clock.advance(HOUR_MS);
    await push(8, 60);
    expect(await live()).toEqual([]);
  });

  it('a rule that jumps to a large share stops holding posts, and says so', async () => {
    room.clock.advance(HOUR_MS);
    const before = await push(30, 30);
    expect(await standingsOf(before)).toEqual(new Set(['HELD']));
    const [brake] = await live();
    expect(brake).toMatchObject({ rule: WILD, matched: 30, screened: 60, version: 'braking' });
    expect(await room.events('policy.rule-braked', brake?.id)).toMatchObject([{ rule: WILD, matched: 30, screened: 60, version: 'braking' }]);
    const after = await push(5, 0);
    expect(await standingsOf(after)).toEqual(new Set(['PUBLISHABLE']));
    expect(await standingsOf(before)).toEqual(new Set(['HELD']));
    const screening = await queryOne(room.db, sql<{ checks: unknown; findings: unknown }>`select checks, findings from screenings where post_id = ${after[0]}`);
    expect(screening).toMatchObject({ findings: [], checks: expect.arrayContaining([{ check: 'brake', outcome: 'SKIPPED', reason: expect.stringContaining(WILD) }]) });
  });

  it('other rules go on holding, and what the braked one would have matched goes on being counted', async () => {
    const counted = (await matches())[WILD] ?? 0;
    const [both = ''] = await room.push({ both: '今天扫雪，你这个废物。' });
    expect(await room.standing(both)).toMatchObject({ standing: 'HELD' });
    expect((await matches())[WILD]).toBe(counted + 1);
    expect(await live()).toHaveLength(1);
  });

  it('a lead may keep it, and it is not forgotten who did and why', async () => {
    const [brake] = await live();
    await keepBrake(lead, { brakeId: brake?.id ?? '', rationale: '词表写宽了，正在改' });
    expect(await room.events('policy.brake-kept')).toEqual([{ rule: WILD, rationale: '词表写宽了，正在改' }]);
    room.clock.advance(5 * HOUR_MS);
    expect(await standingsOf(await push(3, 0))).toEqual(new Set(['PUBLISHABLE']));
  });

  it('a lead may release it: it holds again at once, and is left alone for a while, but not for ever', async () => {
    const [brake] = await live();
    const input = { brakeId: brake?.id ?? '', rationale: '确实是一场大雪' };
    await releaseBrake(lead, input);
    expect(await codeOf(releaseBrake(lead, input))).toBe('BAD_TRANSITION');
    expect(await room.events('policy.brake-released')).toHaveLength(1);
    expect(await standingsOf(await push(60, 0))).toEqual(new Set(['HELD']));
    expect(await live()).toEqual([]);
    // A long quiet stretch, so that its long-run share is small again.
    await query(room.db, sql`update rule_matches set posts = posts * 100 where rule = ''`);
    room.clock.advance(4 * HOUR_MS);
    await push(50, 0);
    expect(await live()).toMatchObject([{ rule: WILD }]);
  });

  it('is braked once however many workers see it', async () => {
    await query(room.db, sql`update rule_brakes set released_at = ${new Date(0)}`);
    const waiting = await push(40, 0, false);
    const events = (await room.events('policy.rule-braked')).length;
    await Promise.all(Array.from({ length: 4 }, (_, worker) => room.screen(waiting.slice(worker * 10, worker * 10 + 10))));
    expect(await live()).toHaveLength(1);
    expect(await room.events('policy.rule-braked')).toHaveLength(events + 1);
  });

  it('forgets counts that nothing looks at any more', async () => {
    room.clock.advance(31 * 24 * HOUR_MS);
    await push(0, 1);
    expect(await matches()).toEqual({ '': 1 });
  });
});

describe('a flood from one site', () => {
  let room: ModerationRoom;
  let sites: string[];
  beforeAll(async () => {
    room = await openModerationRoom();
    await query(room.db, sql`insert into sites (id, code, name, url) select gen_random_uuid(), 'site-' || n, '示例站 ' || n, 'https://example.org/' || n from generate_series(1, 3) n`);
    sites = (await query(room.db, sql<{ id: string }>`select id from sites order by code`)).map(({ id }) => id);
  });
  afterAll(() => room.close());

  const pack = { ...firstEdition(), brake: { ...firstEdition().brake, minimumPosts: 40 } };
  const matching = { findings: [{ check: 'lexicon', rule: 'wild', category: 'deception.spam', severity: 1 as const, confidence: 1, explanation: { zh: '广告', en: 'Spam' }, spans: [], titleSpans: [] }] };
  const count = (posts: readonly { site: number; matching: number; others: number }[]) => {
    const screened = posts.flatMap(({ site, matching: many, others }) => [
      ...Array.from({ length: many }, () => ({ siteId: sites[site] ?? '', result: matching })),
      ...Array.from({ length: others }, () => ({ siteId: sites[site] ?? '', result: { findings: [] } })),
    ]);
    return transaction(room.db, (tx) => countMatches(tx, screened, pack, room.clock.now()));
  };

  it('switches no rule off: what one site alone brings about is left out', async () => {
    expect(await count([{ site: 0, matching: 1, others: 99 }])).toEqual([]);
    room.clock.advance(HOUR_MS);
    expect(await count([{ site: 0, matching: 300, others: 0 }, { site: 1, matching: 1, others: 30 }, { site: 2, matching: 0, others: 30 }])).toEqual([]);
  });

  it('but the same from all sites does', async () => {
    room.clock.advance(HOUR_MS);
    await count([{ site: 0, matching: 0, others: 20_000 }]);
    room.clock.advance(HOUR_MS);
    expect(await count([{ site: 0, matching: 300, others: 0 }, { site: 1, matching: 20, others: 30 }, { site: 2, matching: 20, others: 30 }])).toMatchObject([{ payload: { rule: WILD, matched: 340, screened: 400 } }]);
  });

  it('is told by site for as long as a window may reach, and in sum after that', async () => {
    const total = async () => (await queryOne(room.db, sql<{ posts: number }>`select sum(posts)::int as posts from rule_matches`))?.posts;
    const before = await total();
    room.clock.advance(3 * 24 * HOUR_MS);
    await count([{ site: 0, matching: 0, others: 1 }]);
    expect(await total()).toBe((before ?? 0) + 1);
    const rows = await query(room.db, sql<{ sites: number }>`select count(distinct site_id)::int as sites from rule_matches where hour < ${room.clock.now()}::timestamptz - interval '2 days'`);
    expect(rows).toEqual([{ sites: 1 }]);
  });
});
