import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demoManifest } from '../../src/demo/prepare-demo.js';
import { type TestHub, startTestHub } from '../support/hub.js';

const PUSH = 'mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { externalId outcome } userErrors { code } } }';

interface Page {
  nodes: { post: { title: string; text?: string; unit?: { code: string } }; pinned: boolean; expiresAt: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('anybody may read feeds', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await push(['一', '二', '三', '四', '五']);
  });
  afterAll(() => hub.close());

  const push = async (titles: string[], more: object = {}) => {
    const posts = titles.map((title, n) => ({
      externalId: `post-${title}`,
      title,
      text: `${title}：今天和邻居一起打扫了楼道。`,
      url: `https://hljwm.example.org/${n}`,
      publishedAt: `2026-03-0${n + 1}T08:00:00+08:00`,
      authorName: '示例作者',
      unitCode: 'yichun',
      strand: 'DEED',
      ...more,
    }));
    await hub.graphql(PUSH, { input: { posts } }, hub.tokens.partner['hljwm']);
    await hub.settle();
  };
  const titles = (page: Page) => page.nodes.map(({ post }) => post.title);

  it('without a key, newest first, with everything that a page shows', async () => {
    const { data } = await hub.graphql<{ feed: { id: string; slug: string; atomUrl: string; jsonUrl: string; items: Page } }>(
      '{ feed(slug: "deeds") { id slug title revision updatedAt atomUrl jsonUrl items { nodes { pinned expiresAt promotedAt reasons post { title text unit { code } site { code } } } pageInfo { hasNextPage endCursor } } } }',
    );
    expect(data.feed).toMatchObject({ slug: 'deeds', atomUrl: `${hub.url}/feeds/deeds.atom`, jsonUrl: `${hub.url}/feeds/deeds.json` });
    expect(titles(data.feed.items)).toEqual(['五', '四', '三', '二', '一']);
    expect(data.feed.items.nodes[0]).toMatchObject({ pinned: false, expiresAt: null, post: { text: '五：今天和邻居一起打扫了楼道。', unit: { code: 'yichun' } } });
    const { data: again } = await hub.graphql('query ($id: ID!) { node(id: $id) { id ... on Feed { slug } } }', { id: data.feed.id });
    expect(again).toEqual({ node: { id: data.feed.id, slug: 'deeds' } });
  });

  it('whatever way they ask for the page', async () => {
    const ask = async (document: string, variables: Record<string, unknown> = {}) => (await hub.graphql<{ feed: Record<string, Page> }>(document, variables)).data.feed;
    const variable = await ask('query ($n: Int!) { feed(slug: "deeds") { items(first: $n) { nodes { post { title } } pageInfo { endCursor } } } }', { n: 2 });
    expect(titles(variable['items'] as Page)).toEqual(['五', '四']);
    const after = variable['items']?.pageInfo.endCursor ?? null;
    const fragment = await ask('query ($after: String) { feed(slug: "deeds") { ...F } } fragment F on Feed { items(first: 2, after: $after) { nodes { post { title } } pageInfo { hasNextPage } } }', { after });
    expect(titles(fragment['items'] as Page)).toEqual(['三', '二']);
    expect(fragment['items']?.pageInfo.hasNextPage).toBe(true);
    const aliases = await ask('{ feed(slug: "deeds") { newest: items(first: 1) { nodes { post { title } } } more: items(first: 3) { nodes { post { title } } } } }');
    expect([titles(aliases['newest'] as Page), titles(aliases['more'] as Page)]).toEqual([['五'], ['五', '四', '三']]);
    const { data } = await hub.graphql<{ feeds: { slug: string; items: Page }[] }>('{ feeds { slug items(first: 1) { nodes { post { title } } } } }');
    expect(data.feeds.map(({ slug }) => slug).slice(0, 3)).toEqual(['longjiang', 'essays', 'scenes']);
    expect(data.feeds.filter(({ items }) => items.nodes.length > 0).map(({ slug }) => slug)).toEqual(['longjiang', 'deeds']);
  });

  it('with the same in a list of titles as on a page that shows everything', async () => {
    const LISTED = 'promotedAt pinned post { id title summary url authorName publishedAt strand unit { code name } site { code name } }';
    const ask = async (more: string) => (await hub.graphql<{ feed: { items: Page } }>(`{ feed(slug: "deeds") { items(first: 3) { nodes { ${LISTED} ${more} } } } }`)).data.feed.items.nodes;
    const wholes = await ask('reasons again: post { topics media { url } licence language workType receivedAt hours participants originalUrl }');
    expect(wholes[0]).toMatchObject({ reasons: ['strand DEED'], again: { topics: [], media: [], licence: null, language: 'zh-CN', workType: 'ARTICLE' } });
    expect(wholes).toMatchObject(await ask(''));
    const { data } = await hub.graphql<{ feed: { items: { edges: { node: object }[] } } }>(
      '{ feed(slug: "deeds") { items(first: 1) { edges { cursor node { ...Shown post { language } } } } } } fragment Shown on FeedItem { post { topics title } }',
    );
    expect(data.feed.items.edges).toMatchObject([{ node: { post: { topics: [], title: '五', language: 'zh-CN' } } }]);
  });

  it('for the price of one statement a page, once its units and sites are known', async () => {
    await hub.graphql('{ feed(slug: "deeds") { items(first: 5) { nodes { post { unit { code } site { code } } } } } }');
    const statements = jest.spyOn(hub.db.pool, 'query');
    const connections = jest.spyOn(hub.db.pool, 'connect');
    await hub.graphql('{ feed(slug: "deeds") { title items(first: 4) { nodes { reasons post { title url unit { code name } site { name } } } } } }');
    // a statement outside a pool's own `query` would take a connection of its own
    expect([statements.mock.calls.length, connections.mock.calls.length]).toEqual([1, 1]);
    statements.mockRestore();
    connections.mockRestore();
  });

  it('and see at once what was added to the feed, although the answer was kept', async () => {
    const ask = async () => titles((await hub.graphql<{ feed: { items: Page } }>('{ feed(slug: "deeds") { items(first: 1) { nodes { post { title } } } } }')).data.feed.items);
    expect([await ask(), await ask()]).toEqual([['五'], ['五']]);
    await push(['六'], { publishedAt: '2026-03-07T08:00:00+08:00' });
    expect(await ask()).toEqual(['六']);
    await push(['六'], { publishedAt: '2026-03-07T08:00:00+08:00', title: '六，改过' });
    expect(await ask()).toEqual(['六，改过']);
  });

  it('and see at once what an import renamed, although units and sites are known', async () => {
    const manifest = await readFile(demoManifest, 'utf8');
    // asked in other words each time, so that no answer kept whole can help
    const ask = async (n: number) => {
      const { data } = await hub.graphql<{ feed: { items: Page } }>(`query Asked${n} { feed(slug: "deeds") { items(first: 2) { nodes { post { title unit { name } site { name } } } } } }`);
      return data.feed.items.nodes[1]?.post;
    };
    expect(await ask(1)).toMatchObject({ unit: { name: '伊春市' }, site: { name: '黑龙江文明网' } });
    const yaml = manifest.replace('伊春市', '林都伊春').replace('黑龙江文明网', '文明网');
    await hub.graphql('mutation ($yaml: String!) { importManifest(input: { yaml: $yaml }) { userErrors { code } } }', { yaml }, hub.tokens.organiser);
    await hub.settle();
    expect(await ask(2)).toMatchObject({ unit: { name: '林都伊春' }, site: { name: '文明网' } });
  });

  it.each([
    ['{ feed(slug: "nothing") { slug } }', null],
    ['{ feed(slug: "deeds") { items(first: 0) { nodes { pinned } } } }', 'PAGE_TOO_LARGE'],
    ['{ feed(slug: "deeds") { items(first: 101) { nodes { pinned } } } }', 'PAGE_TOO_LARGE'],
    ['{ feed(slug: "deeds") { items(after: "bm9uc2Vuc2U") { nodes { pinned } } } }', 'BAD_CURSOR'],
    ['{ feed(slug: "deeds") { items { nodes { post { standing } } } } }', 'UNAUTHENTICATED'],
    ['{ changes { seq } }', 'UNAUTHENTICATED'],
  ])('%s answers with %s', async (document, code) => {
    const { errors } = await hub.graphql(document);
    expect(errors?.[0]?.extensions.code ?? null).toBe(code);
  });

  it('carriers replay the changes, and dashboards ask for figures', async () => {
    const { data } = await hub.graphql<{ changes: { seq: number; type: string; post: { title: string } | null }[] }>('{ changes(after: 5) { seq type post { title } tombstone { externalId } } }', {}, hub.tokens.partner['dbw']);
    expect(data.changes).toEqual([
      { seq: 6, type: 'PUBLISHED', post: { title: '六，改过' }, tombstone: null },
      { seq: 7, type: 'UPDATED', post: { title: '六，改过' }, tombstone: null },
    ]);
    const today = new Date(hub.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const figures = await hub.graphql(
      `query ($from: Date!, $to: Date!) { units(kind: OFFICE) { code statistics(from: $from, to: $to, by: YEAR, strand: DEED) {
        totals { received cleared authors promoted medianDecisionSeconds } series { tally { cleared } } byStrand { strand tally { cleared } } children { unit { code } tally { cleared } } } } }`,
      { from: today, to: today },
      hub.tokens.dashboard,
    );
    expect(figures.data).toMatchObject({
      units: [{ code: 'longjiang', statistics: { totals: { received: 6, cleared: 6, authors: 1, promoted: 0, medianDecisionSeconds: null }, series: [{ tally: { cleared: 6 } }], byStrand: [{ strand: 'DEED', tally: { cleared: 6 } }] } }],
    });
    const { children } = (figures.data as { units: { statistics: { children: { unit: { code: string }; tally: { cleared: number } }[] } }[] }).units[0]?.statistics ?? { children: [] };
    expect(children.filter(({ tally }) => tally.cleared > 0)).toEqual([{ unit: { code: 'yichun' }, tally: { cleared: 6 } }]);
  });

  it.each([
    ['2026-03-05', '2026-03-04', 'BAD_PERIOD'],
    ['2000-01-01', '2026-03-04', 'BAD_PERIOD'],
    ['2026-02-30', '2026-03-04', 'GRAPHQL_VALIDATION_FAILED'],
  ])('figures from %s to %s are refused with %s', async (from, to, code) => {
    const { errors } = await hub.graphql(`{ unit(code: "yichun") { statistics(from: "${from}", to: "${to}") { totals { received } } } }`, {}, hub.tokens.dashboard);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});
