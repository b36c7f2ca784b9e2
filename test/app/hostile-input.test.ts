import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestHub, startTestHub } from '../support/hub.js';

interface Pushed {
  pushPosts: { results: { externalId: string; outcome: string; error: { code: string; field: string } | null }[] | null; userErrors: { code: string }[] };
}

const PUSH = 'mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { externalId outcome error { code field } } userErrors { code } } }';

describe('hostile and broken input', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ worker: false });
  });
  afterAll(() => hub.close());

  const token = () => hub.tokens.partner['dbw'];
  const post = (externalId: string, more: Record<string, unknown> = {}) => ({
    externalId,
    title: '江边的早晨',
    text: '今天江面起雾,志愿者在栈道上扫雪。',
    url: 'https://dbw.example.org/a',
    publishedAt: '2026-03-05T08:00:00+08:00',
    authorName: '示例作者',
    unitCode: 'harbin',
    ...more,
  });
  const raw = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${hub.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token() ?? ''}`, ...headers }, body });
  const codeOf = async (response: Response) => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

  it('answers a body over 8 MiB with a code', async () => {
    const response = await raw(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(9 * 1024 * 1024)}` }));
    expect([response.status, await codeOf(response)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it.each([
    ['no JSON at all', '{"query": '],
    ['JSON that is no request', '[1, 2]'],
    ['a JSON string', '"hello"'],
    ['arrays nested 100,000 deep', '['.repeat(100_000)],
    ['an empty body', ''],
  ])('answers %s with a code and no 5xx', async (_what, body) => {
    const response = await raw(body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await codeOf(response)).toMatch(/^[A-Z_]+$/);
  });

  it('answers an operation name that the document does not have with a code', async () => {
    const response = await raw(JSON.stringify({ query: 'query A { feeds { slug } }', operationName: 'B' }));
    expect(response.status).toBeLessThan(500);
    expect(await codeOf(response)).toBe('UNKNOWN_OPERATION');
  });

  it('refuses a form, as a foreign page could send it', async () => {
    const response = await raw('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([response.status, await codeOf(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('refuses an operation of 5,000 aliases before it costs anything', async () => {
    const aliases = Array.from({ length: 5_000 }, (_none, n) => `a${n}: feeds { slug }`).join(' ');
    const { errors, status } = await hub.graphql(`{ ${aliases} }`);
    expect(status).toBeLessThan(500);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('refuses an operation that asks for pages of pages of pages', async () => {
    const { errors, status } = await hub.graphql('{ units { children(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { code } } } } } } } }', {}, hub.tokens.dashboard);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });

  it('takes HTML nested 100,000 deep and keeps its text', async () => {
    const html = `${'<div>'.repeat(100_000)}深处的一句话${'</div>'.repeat(100_000)}`;
    const { data } = await hub.graphql<Pushed>(PUSH, { input: { posts: [post('deep', { text: undefined, html })] } }, token());
    expect(data.pushPosts.results).toMatchObject([{ outcome: 'CREATED' }]);
    const mine = await hub.graphql<{ viewer: { site: { posts: { nodes: { text: string }[] } } } }>('{ viewer { ... on SiteViewer { site { posts(first: 100) { nodes { externalId text } } } } } }', {}, token());
    expect(mine.data.viewer.site.posts.nodes).toContainEqual({ externalId: 'deep', text: '深处的一句话' });
  });

  it('refuses lone surrogates and NUL row by row, and stores the rest', async () => {
    const posts = [post('good-1'), post('surrogate', { title: '半个\ud83d字' }), post('nul', { text: '空\u0000字' }), post('good-2')];
    const { data } = await hub.graphql<Pushed>(PUSH, { input: { posts } }, token());
    expect(data.pushPosts.results?.map((row) => [row.externalId, row.outcome, row.error?.code, row.error?.field])).toEqual([
      ['good-1', 'CREATED', undefined, undefined],
      ['surrogate', 'REJECTED', 'MALFORMED_TEXT', 'title'],
      ['nul', 'REJECTED', 'MALFORMED_TEXT', 'text'],
      ['good-2', 'CREATED', undefined, undefined],
    ]);
  });

  it('answers a NUL anywhere else with a code', async () => {
    const { status, errors } = await hub.graphql('query ($slug: String!) { feed(slug: $slug) { slug } }', { slug: 'a\u0000b' });
    expect(status).toBeLessThan(500);
    if (errors !== undefined) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('names unknown codes by row and field', async () => {
    const posts = [post('u', { unitCode: 'atlantis' }), post('t', { topics: ['no-such-topic'] }), post('s', { strand: 'DANCE' }), post('w', { workType: 'OPERA' }), post('d', { publishedAt: '5 March' }), post('l', { url: 'javascript:alert(1)' })];
    const { data } = await hub.graphql<Pushed>(PUSH, { input: { posts } }, token());
    expect(data.pushPosts.results?.map((row) => row.error)).toEqual([
      { code: 'UNKNOWN_UNIT', field: 'unitCode' },
      { code: 'UNKNOWN_TOPIC', field: expect.stringMatching(/^topics/) },
      { code: 'UNKNOWN_STRAND', field: 'strand' },
      { code: 'UNKNOWN_WORK_TYPE', field: 'workType' },
      { code: 'BAD_DATE', field: 'publishedAt' },
      { code: 'BAD_URL', field: 'url' },
    ]);
  });

  it.each([0, 501])('refuses a push of %i posts as a whole', async (count) => {
    const posts = Array.from({ length: count }, (_none, n) => post(`many-${n}`));
    const { data } = await hub.graphql<Pushed>(PUSH, { input: { posts } }, token());
    expect(data.pushPosts.userErrors).toEqual([{ code: 'BATCH_SIZE' }]);
  });

  it('gives a strange address a coded answer', async () => {
    for (const path of ['/nowhere', '/feeds/%00.atom', `/feeds/${'x'.repeat(5_000)}.json`, '/feeds/no-such-feed.atom', '/console/../../etc/passwd', '/%']) {
      const response = await fetch(hub.url + path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    }
  });
});
