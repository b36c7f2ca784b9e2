import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { ResponseCache, type Signal, createHttpServer } from '../../src/platform/index.js';
import { registerFeedDocuments } from '../../src/syndication/index.js';
import { CampaignHub } from '../curation/campaign-hub.js';

describe('feed documents', () => {
  let hub: CampaignHub;
  let server: FastifyInstance;
  let cache: ResponseCache;
  const listeners: ((signal: Signal) => void)[] = [];
  let base = '';
  let postId = '';

  beforeAll(async () => {
    hub = await CampaignHub.open();
    cache = new ResponseCache({ connected: true, on: (listener) => (listeners.push(listener), () => true), onGap: () => undefined });
    server = await createHttpServer((fault) => {
      throw fault;
    });
    registerFeedDocuments(server, { db: hub.db, cache, baseUrlOf: () => 'https://hub.example.org' });
    base = await server.listen({ port: 0, host: '127.0.0.1' });
    [postId = ''] = await hub.push([
      {
        externalId: 'a',
        title: 'AT&T <b>"题目"</b>',
        html: '<p>第一段 & <em>第二段</em></p><script>alert(1)</script>',
        text: null,
        summary: '一句话',
        strand: 'DEED',
        topics: ['clean-plate'],
        licence: 'CC-BY-4.0',
        media: [{ kind: 'IMAGE', url: 'https://media.example.org/a.JPG?x=1', alt: '一张照片' }],
      },
    ]);
    await hub.settle();
  });
  afterAll(async () => {
    await server.close();
    await hub.close();
  });
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(`${base}${path}`, { method, headers });
    return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
  const signal = (type: string, ...subjects: string[]) => listeners.forEach((listener) => listener({ type, subjects }));

  it('are Atom, with the author, the site that pushed it, and safe markup', async () => {
    const { statusCode, headers, body } = await get('/feeds/everything.atom');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(body).toContain('<title>AT&amp;T &lt;b&gt;"题目"&lt;/b&gt;</title>');
    expect(body).toContain('<author><name>林小禾</name></author><contributor><name>河源新闻网</name><uri>https://river.example.org</uri></contributor>');
    expect(body).toContain(`<id>urn:uuid:${postId}</id>`);
    expect(body).toMatch(/<content type="html">&lt;p&gt;第一段 &amp;amp; &lt;em&gt;第二段/);
    expect(body).toContain('<category term="DEED"/><category term="clean-plate"/><rights>CC-BY-4.0</rights><summary>一句话</summary>');
    expect(body).not.toContain('alert(1)');
  });

  it('are JSON Feed 1.1', async () => {
    const { headers, body } = await get('/feeds/everything.json');
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: '全部',
      feed_url: 'https://hub.example.org/feeds/everything.json',
      items: [
        {
          id: `urn:uuid:${postId}`,
          title: 'AT&T <b>"题目"</b>',
          image: 'https://media.example.org/a.JPG?x=1',
          date_published: '2026-03-04T00:00:00.000Z',
          authors: [{ name: '林小禾' }],
          tags: ['DEED', 'clean-plate'],
          attachments: [{ mime_type: 'image/jpeg', title: '一张照片' }],
          _hub: { site: { code: 'river-news' }, licence: 'CC-BY-4.0' },
        },
      ],
    });
  });

  it.each(['atom', 'json'])('are not sent again (.%s) to those who have them', async (format) => {
    const first = await get(`/feeds/everything.${format}`);
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get(`/feeds/everything.${format}`, { 'if-none-match': known });
      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    }
    expect((await get(`/feeds/everything.${format}`, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    const modified = String(first.headers['last-modified']);
    expect((await get(`/feeds/everything.${format}`, { 'if-modified-since': modified })).statusCode).toBe(304);
    expect((await get(`/feeds/everything.${format}`, { 'if-modified-since': 'Wed, 01 Jan 2020 00:00:00 GMT' })).statusCode).toBe(200);
    // the strong validator counts, whatever the weak one says
    expect((await get(`/feeds/everything.${format}`, { 'if-none-match': '"other"', 'if-modified-since': modified })).statusCode).toBe(200);
    expect(await get(`/feeds/everything.${format}`, {}, 'HEAD')).toMatchObject({ statusCode: 200, body: '', headers: { etag } });
  });

  it('that changed a moment ago are sent once more to those who go by the clock', async () => {
    hub.clock.advance(Date.now() - hub.clock.now().getTime());
    await hub.push([{ externalId: 'just-now', unitCode: 'west', publishedAt: '2026-03-01T08:00:00+08:00' }]);
    await hub.settle();
    const { headers } = await get('/feeds/west.atom');
    expect((await get('/feeds/west.atom', { 'if-modified-since': String(headers['last-modified']) })).statusCode).toBe(200);
  });

  it('are kept until a post in them falls, and then made anew', async () => {
    await get('/feeds/everything.json');
    await get('/feeds/everything.json');
    const { hits } = cache.counts;
    await get('/feeds/everything.json');
    expect(cache.counts.hits).toBe(hits + 1);
    const undo = await hub.decide(postId, 'REMOVE');
    signal('standing.changed', postId);
    expect((await get('/feeds/everything.json')).body).not.toContain(postId);
    expect((await get('/feeds/everything.atom')).body).not.toContain(postId);
    await undo();
    await hub.read();
    signal('standing.changed', postId);
    const [feed] = (await hub.feeds()).filter(({ slug }) => slug === 'everything');
    signal('feed.changed', feed?.uuid ?? '');
    expect((await get('/feeds/everything.json')).body).toContain(postId);
  });

  it('have pages of fifty that lead to each other and hold each post once', async () => {
    await hub.push(Array.from({ length: 120 }, (_, n) => ({ externalId: `page-${n}`, strand: 'SCENE', publishedAt: `2026-03-02T08:00:0${n % 3}+08:00` })));
    await hub.settle();
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let path: string | undefined = '/feeds/scenes.json'; path !== undefined; ) {
      const answer = await get(path);
      const { items, next_url: next } = JSON.parse(answer.body) as { items: { id: string }[]; next_url?: string };
      expect(answer.headers['link']).toBe(next === undefined ? undefined : `<${next}>; rel="next"`);
      expect((await get(path.replace('.json', '.atom'))).body.includes('<link rel="next"')).toBe(next !== undefined);
      seen.push(...items.map(({ id }) => id));
      sizes.push(items.length);
      path = next?.replace('https://hub.example.org', '');
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
  });

  it.each([
    ['/feeds/nothing.atom', 404, 'NOT_FOUND'],
    ['/feeds/everything.rss', 404, 'NOT_FOUND'],
    ['/feeds/everything', 404, 'NOT_FOUND'],
    ['/feeds/..%2f..%2fetc.json', 404, 'NOT_FOUND'],
    ['/feeds/everything.atom?after=nonsense', 400, 'BAD_CURSOR'],
    ['/feeds/everything.atom?after=a&after=b', 400, 'BAD_CURSOR'],
  ])('answer %s with %i %s', async (url, status, code) => {
    const answer = await get(url);
    expect([answer.statusCode, (JSON.parse(answer.body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([status, code]);
  });
});
