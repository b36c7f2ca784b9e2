import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '../../src/platform/index.js';
import { verifyTallies } from '../../src/statistics/index.js';
import { type TestHub, startTestHub } from '../support/hub.js';

const PUSH = 'mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { externalId outcome error { code } } userErrors { code message } } }';
const FIGURES = 'query ($code: String!, $from: Date!, $to: Date!) { unit(code: $code) { statistics(from: $from, to: $to) { totals { received pending cleared held returned removed withdrawn } } } }';

interface Totals {
  received: number;
  pending: number;
  cleared: number;
  held: number;
  returned: number;
  removed: number;
  withdrawn: number;
}

describe('one post, all the way', () => {
  let hub: TestHub;
  let rows: Record<string, unknown>[];
  beforeAll(async () => {
    hub = await startTestHub();
    const lines = (await readFile('src/demo/posts.ndjson', 'utf8')).trim().split('\n');
    rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  });
  afterAll(() => hub.close());

  const push = async () => {
    const { data } = await hub.graphql<{ pushPosts: { results: { outcome: string }[]; userErrors: unknown[] } }>(PUSH, { input: { posts: rows } }, hub.tokens.aggregator);
    expect(data.pushPosts.userErrors).toEqual([]);
    return data.pushPosts.results.map((row) => row.outcome);
  };
  const totals = async (code: string) => {
    const { data } = await hub.graphql<{ unit: { statistics: { totals: Totals } } }>(FIGURES, { code, from: '2026-01-01', to: '2035-01-01' }, hub.tokens.dashboard);
    return data.unit.statistics.totals;
  };
  const drift = async () => (await verifyTallies(hub.db, hub.config.timeZone)).reduce((sum, table) => sum + table.drift, 0);

  it('stores, screens and counts what eight sites push, for the unit and every unit above', async () => {
    expect(new Set(await push())).toEqual(new Set(['CREATED']));
    await hub.settle();
    const province = await totals('longjiang');
    expect(province.received).toBe(rows.length);
    expect(province.pending).toBe(0);
    expect(province.cleared + province.held).toBe(rows.length);
    expect(province.held).toBeGreaterThan(5);
    expect(province.cleared).toBeGreaterThan(80);
    expect((await totals('harbin')).received).toBeGreaterThan(0);
    expect(await drift()).toBe(0);
  });

  it('changes nothing when everything is pushed again', async () => {
    const before = await totals('longjiang');
    expect(new Set(await push())).toEqual(new Set(['UNCHANGED']));
    await hub.settle();
    expect(await totals('longjiang')).toEqual(before);
    expect(await drift()).toBe(0);
    expect((await verifyLedger(hub.db)).brokenAt).toBeNull();
  });

  it('shows what was cleared in the feeds and keeps what was held out of them', async () => {
    const { data } = await hub.graphql<{ feed: { items: { nodes: { post: { title: string; unit: { code: string } }; reasons: string[] }[] } } }>(
      '{ feed(slug: "longjiang") { items(first: 100) { nodes { reasons post { title unit { code } } } } } }',
    );
    expect(data.feed.items.nodes.length).toBeGreaterThan(80);
    expect(data.feed.items.nodes[0]?.reasons.length).toBeGreaterThan(0);
    const held = await hub.graphql<{ reviews: { nodes: { post: { title: string } }[] } }>('{ reviews(first: 100) { nodes { state reason post { title standing } } } }', {}, hub.tokens.lead);
    const shown = new Set(data.feed.items.nodes.map((item) => item.post.title));
    const heldTitles = (held.data.reviews.nodes as { reason: string; post: { title: string; standing: string } }[]).filter((review) => review.post.standing === 'HELD').map((review) => review.post.title);
    expect(heldTitles.length).toBeGreaterThan(5);
    expect(heldTitles.filter((title) => shown.has(title))).toEqual([]);
  });
});
