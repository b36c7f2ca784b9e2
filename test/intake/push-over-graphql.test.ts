import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestHub, startTestHub } from '../support/hub.js';
import { post } from './intake-room.js';

interface Row {
  externalId: string;
  outcome: string;
  error: { code: string; field: string } | null;
  post: { id: string; title: string; strand: string; html: string; site: { code: string }; unit: { code: string; path: string[] } } | null;
}
interface Pushed {
  pushPosts: { results: Row[] | null; userErrors: { code: string; field: string | null }[] };
}
interface Withdrawn {
  withdrawPost: { post: { externalId: string } | null; userErrors: { code: string }[] };
}

const ROW = 'externalId outcome error { code field } post { id title strand html site { code } unit { code path } }';
const PUSH = `mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { ${ROW} } userErrors { code field } } }`;
const WITHDRAW = 'mutation ($input: WithdrawPostInput!) { withdrawPost(input: $input) { post { externalId } userErrors { code } } }';

describe('a partner site at the GraphQL API', () => {
  let hub: TestHub;
  const site = () => hub.tokens.partner['dbw'];
  const push = async (input: unknown, token = site()) => (await hub.graphql<Pushed>(PUSH, { input }, token)).data.pushPosts;

  beforeAll(async () => {
    hub = await startTestHub({ worker: false, now: new Date('2026-03-10T00:00:00Z') });
  });
  afterAll(() => hub.close());

  it('pushes posts and sees each as it is now', async () => {
    const { results, userErrors } = await push({ posts: [post('a', { unitCode: 'harbin', strand: 'DEED', html: '<p onclick="x()">扫雪<script>x()</script></p>' })] });
    expect(userErrors).toEqual([]);
    expect(results).toMatchObject([
      { externalId: 'a', outcome: 'CREATED', error: null, post: { title: '门前扫雪 a', strand: 'DEED', html: '<p>扫雪</p>', site: { code: 'dbw' }, unit: { code: 'harbin', path: ['longjiang', 'harbin'] } } },
    ]);
  });

  it('gets a code for the row that is strange, and the others stored', async () => {
    const { results } = await push({
      posts: [post('b-1', { strand: 'POEM' }), { ...post('b-2'), workType: 7 }, { externalId: 'b-3' }, post('b-4', { title: 'NUL \u0000' }), post('b-5', { title: 'half \ud83d' }), post('b-6', { unitCode: 'harbin' })],
    });
    expect(results?.map(({ externalId, outcome, error }) => [externalId, outcome, error?.code])).toEqual([
      ['b-1', 'REJECTED', 'UNKNOWN_STRAND'],
      ['b-2', 'REJECTED', 'UNKNOWN_WORK_TYPE'],
      ['b-3', 'REJECTED', 'REQUIRED'],
      ['b-4', 'REJECTED', 'MALFORMED_TEXT'],
      ['b-5', 'REJECTED', 'MALFORMED_TEXT'],
      ['b-6', 'CREATED', undefined],
    ]);
  });

  it('may write codes as enum literals', async () => {
    const { data } = await hub.graphql<Pushed>(
      `mutation { pushPosts(input: { posts: [{ externalId: "c", title: "题", text: "字", url: "https://dbw.example.org/c", publishedAt: "2026-03-05T08:00:00+08:00",
                                              authorName: "林小禾", unitCode: "harbin", strand: VIRTUE, workType: PORTRAIT, media: [{ kind: IMAGE, url: "https://media.example.org/c.jpg" }] }] })
                  { results { ${ROW} } userErrors { code } } }`,
      {},
      site(),
    );
    expect(data.pushPosts.results).toMatchObject([{ outcome: 'CREATED', post: { strand: 'VIRTUE' } }]);
  });

  it('hears in userErrors what is wrong with the whole', async () => {
    expect(await push({ posts: [] })).toEqual({ results: null, userErrors: [{ code: 'BATCH_SIZE', field: 'posts' }] });
  });

  it('withdraws a post, and only its own', async () => {
    await push({ posts: [post('d', { unitCode: 'harbin' })] });
    const withdraw = async (input: object, token = site()) => (await hub.graphql<Withdrawn>(WITHDRAW, { input: { externalId: 'd', reason: '作者要求撤下', ...input } }, token)).data.withdrawPost;

    expect(await withdraw({}, hub.tokens.partner['hljnews'])).toEqual({ post: null, userErrors: [{ code: 'UNKNOWN_POST' }] });
    expect(await withdraw({ reason: ' ' })).toEqual({ post: null, userErrors: [{ code: 'REQUIRED' }] });
    expect(await withdraw({})).toEqual({ post: { externalId: 'd' }, userErrors: [] });
    expect(await withdraw({})).toEqual({ post: { externalId: 'd' }, userErrors: [] });
    expect((await push({ posts: [post('d', { unitCode: 'harbin' })] })).results).toMatchObject([{ outcome: 'REJECTED', error: { code: 'WITHDRAWN' } }]);
  });

  it.each(['moderator', 'editor', 'organiser', 'operator', 'dashboard'] as const)('shares the right to push with no %s', async (role) => {
    const { errors } = await hub.graphql(PUSH, { input: { posts: [post('e')] } }, hub.tokens[role]);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
