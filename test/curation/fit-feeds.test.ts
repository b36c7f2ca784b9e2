import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readFeedPage } from '../../src/curation/index.js';
import { query } from '../../src/platform/index.js';
import { CampaignHub, MANIFEST, RUDE } from './campaign-hub.js';

describe('feeds hold what their rules ask for', () => {
  let hub: CampaignHub;
  beforeAll(async () => {
    hub = await CampaignHub.open();
    await hub.push([
      { externalId: 'school-trees', unitCode: 'west-school', strand: 'DEED', topics: ['plant-trees', 'clean-plate'] },
      { externalId: 'east-view', unitCode: 'east', strand: 'SCENE' },
      { externalId: 'rude', unitCode: 'west', text: RUDE },
    ]);
    await hub.push([{ externalId: 'partner-view', unitCode: 'west', strand: 'SCENE' }], 'west-net');
    await hub.settle();
  });
  afterAll(() => hub.close());

  const page = async (slug: string) => {
    const feed = await readFeedPage(hub.db, slug, { first: 100, after: null, brief: false });
    if (feed?.page === undefined) throw new Error(`There is no feed ${slug}.`);
    return { ...feed, items: feed.page.items.nodes };
  };
  const ids = async (slug: string) => (await page(slug)).items.map(({ post }) => post.externalId).sort();
  const idOf = async (externalId: string) => (await query(hub.db, sql<{ id: string }>`select id from posts where external_id = ${externalId}`))[0]?.id ?? '';

  it('by unit with its whole subtree, by strand, by topic, by site, and all where nothing is asked', async () => {
    expect(await ids('everything')).toEqual(['east-view', 'partner-view', 'school-trees']);
    expect(await ids('west')).toEqual(['partner-view', 'school-trees']);
    expect(await ids('scenes')).toEqual(['east-view', 'partner-view']);
    expect(await ids('trees-of-west')).toEqual(['school-trees']);
    expect(await ids('from-west-net')).toEqual(['partner-view']);
  });

  it('and each item says why it is there', async () => {
    const reasons = async (slug: string) => (await page(slug)).items.map((item) => item.reasons);
    expect(await reasons('trees-of-west')).toEqual([['topic plant-trees', 'unit west']]);
    expect(await reasons('from-west-net')).toEqual([['site west-net']]);
    expect(await reasons('everything')).toEqual([[], [], []]);
  });

  it('nothing that may not be shown: a removed post is gone before anybody has tidied the lists', async () => {
    const before = (await page('scenes')).revision;
    const undo = await hub.decide(await idOf('east-view'), 'REMOVE');
    expect(await ids('scenes')).toEqual(['partner-view']);
    await hub.read();
    expect((await page('scenes')).revision).toBe(before + 1);
    await undo();
    await hub.read();
    expect(await ids('scenes')).toEqual(['east-view', 'partner-view']);
  });

  it('a withdrawn post is gone at once', async () => {
    await hub.push([{ externalId: 'taken-back', unitCode: 'east' }]);
    await hub.settle();
    expect(await ids('everything')).toContain('taken-back');
    await hub.withdraw('taken-back');
    expect(await ids('everything')).not.toContain('taken-back');
    await hub.read();
    const [{ n = 0 } = {}] = await query(hub.db, sql<{ n: number }>`select count(*)::int as n from feed_items where post_id = ${await idOf('taken-back')}`);
    expect(n).toBe(0);
  });

  it('the approved text of a post that was edited since, until the new one is cleared', async () => {
    const title = async () => (await page('from-west-net')).items[0]?.post.title;
    await hub.push([{ externalId: 'partner-view', unitCode: 'west', strand: 'SCENE', title: '新题目' }], 'west-net');
    await hub.read();
    expect(await title()).toBe('来稿 partner-view');
    const before = (await page('from-west-net')).revision;
    await hub.settle();
    expect(await title()).toBe('新题目');
    expect((await page('from-west-net')).revision).toBeGreaterThan(before);
  });

  it('newest first, page by page, each post once', async () => {
    await hub.push(Array.from({ length: 23 }, (_, n) => ({ externalId: `many-${n}`, unitCode: 'east', strand: 'VIRTUE', publishedAt: `2026-03-0${1 + (n % 3)}T08:00:00.${100 + (n % 5)}Z` })));
    await hub.import(`${MANIFEST}  - { slug: virtues, title: 颂美德, rule: { strands: [VIRTUE] } }\n`);
    await hub.settle();
    const seen: { id: string; at: number }[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const items: NonNullable<NonNullable<Awaited<ReturnType<typeof readFeedPage>>>['page']>['items'] | undefined = (await readFeedPage(hub.db, 'virtues', { first: 5, after, brief: false }))?.page?.items;
      seen.push(...(items?.nodes ?? []).map(({ post }) => ({ id: post.uuid, at: Date.parse(post.publishedAt) })));
      after = items?.pageInfo.endCursor ?? null;
      if (items?.pageInfo.hasNextPage !== true) break;
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => b - a));
  });

  it('what belongs now when a rule changes, a feed is added, or a unit moves', async () => {
    await hub.import(MANIFEST.replace('{ slug: scenes, title: 拍美景, rule: { strands: [SCENE] } }', '{ slug: scenes, title: 拍美景, rule: { strands: [DEED] } }'));
    await hub.read();
    expect(await ids('scenes')).toEqual(['school-trees']);
    await hub.import(MANIFEST.replace('kind: UNIT, parent: west }', 'kind: UNIT, parent: east }'));
    await hub.read();
    expect(await ids('scenes')).toEqual(['east-view', 'partner-view']);
    expect(await ids('west')).toEqual(['partner-view']);
    expect(await ids('trees-of-west')).toEqual([]);
  });

  it('and nothing changes when the same is imported or read again', async () => {
    const revisions = () => query(hub.db, sql<{ slug: string; revision: string }>`select slug, revision::text from feeds order by slug`);
    const before = await revisions();
    await hub.import(MANIFEST.replace('kind: UNIT, parent: west }', 'kind: UNIT, parent: east }'));
    await query(hub.db, sql`delete from consumers where name = 'curation-feeds'`);
    await hub.read();
    expect(await revisions()).toEqual(before);
  });

  it('is refused where another campaign has a feed of that name', async () => {
    const other = MANIFEST.replace('code: rivers', 'code: lakes').replace(/topics:[^u]*units:/, 'units:').replace(', topics: [plant-trees]', '');
    await expect(hub.import(other)).rejects.toMatchObject({ code: 'FOREIGN_FEED' });
  });

  it('full pages, however many of the newest may not be shown', async () => {
    await hub.push(Array.from({ length: 12 }, (_, n) => ({ externalId: `full-${n}`, unitCode: 'east', topics: ['clean-plate'], strand: 'ESSAY', publishedAt: `2026-03-02T08:00:0${n % 10}+08:00` })));
    await hub.import(`${MANIFEST}  - { slug: plates, title: 光盘, rule: { topics: [clean-plate], strands: [ESSAY] } }\n`);
    await hub.settle();
    await query(hub.db, sql`update standings set standing = 'HELD' where post_id in (select post_id from feed_items i join feeds f on f.id = i.feed_id where f.slug = 'plates' order by i.published_at desc, i.post_id desc limit 7)`);
    for (const brief of [true, false]) {
      const { nodes, pageInfo } = (await readFeedPage(hub.db, 'plates', { first: 4, after: null, brief }))?.page?.items ?? { nodes: [], pageInfo: undefined };
      expect([nodes.length, pageInfo?.hasNextPage]).toEqual([4, true]);
      const rest = await readFeedPage(hub.db, 'plates', { first: 4, after: pageInfo?.endCursor ?? null, brief });
      expect([rest?.page?.items.nodes.length, rest?.page?.items.pageInfo.hasNextPage]).toEqual([1, false]);
    }
  });
});
