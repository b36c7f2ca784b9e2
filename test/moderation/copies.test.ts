import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type PostInput, pushPosts } from '../../src/intake/index.js';
import { seedFirstEdition } from '../../src/moderation/packs/seed-first-edition.js';
import { screenPosts } from '../../src/moderation/screen-posts.js';
import type { CheckOutcome, Finding } from '../../src/moderation/screening/screen.js';
import { createMember, importOrganisation } from '../../src/organisation/index.js';
import { type Database, ManualClock, type Viewer, connectDatabase, query, transaction } from '../../src/platform/index.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import type { Actor } from './moderation-room.js';
import { editFirstEdition, servePack } from './packs/serve-pack.js';

const STORY = '渡口的冰排刚走完，老周就带着六个徒弟把木栈道重新钉了一遍，一共换下四十七块烂板，还给每级台阶刷了防滑的砂漆。有位过河卖菜的大嫂给他们送来一筐煮玉米。';
const RETOLD = `这天，${STORY.replace('六个徒弟', '几个徒弟')}`;

/** Limits that a test reaches soon. */
const FLOODING = { sameAuthor: 4, sameSite: 6 };

interface Screened {
  readonly standing: string;
  readonly findings: Finding[];
  readonly checks: CheckOutcome[];
}

describe('copies among the posts that came in', () => {
  let database: TestDatabase;
  let db: Database;
  const clock = new ManualClock(new Date('2026-03-05T01:00:00Z'));
  const sites = new Map<string, Viewer>();
  let lead: Actor;
  let number = 0;

  beforeAll(async () => {
    database = await cloneDatabase();
    db = await connectDatabase(database.url, 8);
    const site = (code: string, name: string) => ({ code, name, url: `https://${code}.example.org/`, unit: 'river' });
    const organisation = { units: [{ code: 'river', name: '河口区', kind: 'PREFECTURE' as const }], sites: [site('river', '河口新闻网'), site('hill', '山前日报网')] };
    await transaction(db, (tx) => importOrganisation(tx, organisation, { actor: 'system:test', now: clock.now() }));
    for (const { id, code } of await query(db, sql<{ id: string; code: string }>`select id, code from sites`)) {
      sites.set(code, { actor: `site:${id}`, roles: ['PARTNER'], siteId: id });
    }
    await seedFirstEdition(db, clock.now());
    const memberId = await createMember(db, { login: 'gu', name: '顾春山', kind: 'PERSON', roles: ['LEAD'] });
    lead = { db, clock, viewer: { actor: `member:${memberId}`, roles: ['LEAD'], memberId, name: 'gu' } };
    await serveLimits('narrow', FLOODING);
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  /** The first edition's rules, and no model that would have a say of its own. */
  const serveLimits = (version: string, { sameAuthor, sameSite }: typeof FLOODING) =>
    servePack(lead, editFirstEdition(version, { models: null, 'copies.flooding.sameAuthor': sameAuthor, 'copies.flooding.sameSite': sameSite }));

  /** Pushes a post as a site, screens it, and tells what came of it. */
  async function push(site: string, changes: Partial<PostInput>): Promise<Screened> {
    const [screened] = await pushMany(site, [changes]);
    if (screened === undefined) throw new Error('The post was not screened.');
    return screened;
  }

  async function pushMany(site: string, many: readonly Partial<PostInput>[]): Promise<Screened[]> {
    const posts = many.map((changes) => {
      number += 1;
      const externalId = `p${String(number).padStart(4, '0')}`;
      return { externalId, title: '来稿', url: `https://${site}.example.org/${number}`, publishedAt: clock.now().toISOString(), authorName: '林小禾', ...changes };
    });
    const results = await pushPosts(db, sites.get(site) ?? { actor: 'none', roles: [] }, clock.now(), { posts });
    const postIds = results.map(({ postId }) => postId ?? '');
    await screenPosts({ db, clock }, postIds);
    return query(
      db,
      sql<Screened>`
        select s.standing, c.findings, c.checks
        from standings s join screenings c on c.post_id = s.post_id and c.revision = s.screened_revision
        where s.post_id = any(${postIds}::uuid[]) order by s.post_id`,
    );
  }
  const copyFindings = ({ findings }: { findings: Finding[] }) => findings.filter(({ category }) => category === 'integrity.copy');

  it('hold one that is signed by another and names no source, and tell what it copies', async () => {
    expect(await push('river', { title: '老周和他的栈道', text: STORY, authorName: '沈小河' })).toMatchObject({ standing: 'PUBLISHABLE', findings: [] });
    clock.advance(3_600_000);
    const copy = await push('hill', { title: '渡口新事', text: RETOLD, authorName: '陆大江' });
    expect(copy.standing).toBe('HELD');
    const [finding] = copyFindings(copy);
    expect(finding).toMatchObject({ rule: 'uncredited-copy', check: 'copies' });
    expect(finding?.explanation.zh).toMatch(/河口新闻网更早的《老周和他的栈道》（沈小河）有\d\d%相同，没有注明出处。$/);
    expect(finding?.spans.length).toBeGreaterThan(0);
    for (const { start, end, text } of finding?.spans ?? []) {
      expect(RETOLD.slice(start, end)).toBe(text);
      expect(STORY).toContain(text);
    }
  });

  it.each<[string, Partial<PostInput>]>([
    ['says so in the text', { text: `${RETOLD}\n（来源：河口新闻网）` }],
    ['says so in the title', { title: '【转载】渡口新事', text: RETOLD }],
    ['gives the address of the original', { text: RETOLD, originalUrl: 'https://river.example.org/1' }],
  ])('pass a reprint that %s', async (_how, changes) => {
    const reprint = await push('hill', { authorName: `转载编辑${number}`, ...changes });
    expect(reprint).toMatchObject({ standing: 'PUBLISHABLE', findings: [] });
    expect(reprint.checks.find(({ check }) => check === 'copies')?.reason).toContain('credited reprint');
  });

  it('do not take a ban on reprinting for a credit', async () => {
    expect(copyFindings(await push('hill', { text: `${RETOLD}未经允许请勿转载。`, authorName: '顾春山' }))).toHaveLength(1);
  });

  it('let an author publish the same work on two sites', async () => {
    expect(copyFindings(await push('hill', { text: STORY, authorName: '沈小河' }))).toEqual([]);
  });

  it('do not take a byline that many share for the same author', async () => {
    const text = [...STORY].reverse().join('');
    await push('river', { text, authorName: '综合编辑' });
    expect(copyFindings(await push('hill', { text, authorName: '综合编辑' }))).toHaveLength(1);
  });

  it('leave it open who copied whom if the later one was published earlier', async () => {
    const text = [...STORY].sort().join('');
    await push('river', { text, authorName: '后来者' });
    const original = await push('hill', { text, authorName: '先来者', publishedAt: '2026-03-01T08:00:00+08:00' });
    expect(original.standing).toBe('PUBLISHABLE');
    expect(copyFindings(original)[0]?.explanation.zh).toContain('本文自称发表在先');
  });

  it('do not take the same few words for a copy', async () => {
    await push('river', { text: '写得真好，支持！', authorName: '甲网友' });
    expect(copyFindings(await push('hill', { text: '写得真好，支持！', authorName: '乙网友' }))).toEqual([]);
  });

  describe('in a flood', () => {
    const spam = (place: number) => `第${place}号摊位的山货到了，木耳蘑菇都是自家采的，自己晒的，拿回去泡一夜就能下锅，不好吃尽管来找我说，街坊邻居都知道我家的东西实在不掺假。`;
    const floods = (screened: readonly Screened[]) => screened.map(({ findings }) => findings.filter(({ check }) => check === 'flooding').map(({ rule, category }) => `${rule} ${category}`).join());
    const { sameAuthor, sameSite } = FLOODING;
    const stalls = (count: number, author: (place: number) => string) => Array.from({ length: count }, (_, place) => ({ text: spam(place), authorName: author(place) }));

    it('hold what an author pushes beyond the limit, and only that', async () => {
      const screened = await pushMany('river', stalls(sameAuthor + 2, () => '山货大王'));
      expect(floods(screened)).toEqual([...Array.from({ length: sameAuthor }, () => ''), 'flooding-author deception.spam', 'flooding-author deception.spam']);
      expect(screened.map(({ standing }) => standing).slice(sameAuthor - 1)).toEqual(['PUBLISHABLE', 'HELD', 'HELD']);
      expect(screened.at(-1)?.findings[0]?.explanation.zh).toBe(`同一作者在24小时内此前已发来${sameAuthor + 1}篇几乎相同的内容，超过了${sameAuthor}篇的上限。`);
    });

    it('go on from one job to the next, and begin anew when the window is over', async () => {
      expect(floods([await push('river', { text: spam(100), authorName: '山货大王' })])).toEqual(['flooding-author deception.spam']);
      clock.advance(25 * 3_600_000);
      expect(floods([await push('river', { text: spam(101), authorName: '山货大王' })])).toEqual(['']);
    });

    it('hold what a site pushes beyond its own limit, under whatever names', async () => {
      clock.advance(25 * 3_600_000);
      const screened = await pushMany('river', stalls(sameSite + 1, (place) => `卖家${place}`));
      expect(floods(screened)).toEqual([...Array.from({ length: sameSite }, () => ''), 'flooding-site deception.spam']);
    });

    it('reach a limit of hundreds also if the posts come one by one', async () => {
      clock.advance(25 * 3_600_000);
      await serveLimits('wide', { sameAuthor: 300, sameSite: 230 });
      await pushMany('river', stalls(230, (place) => `摊主${place}`));
      expect(floods([await push('river', { text: spam(230), authorName: '摊主230' })])).toEqual(['flooding-site deception.spam']);
    });
  });
});
