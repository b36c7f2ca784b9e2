import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { query } from '../../src/platform/index.js';
import { publicPostById } from '../../src/syndication/index.js';
import { listChanges } from '../../src/syndication/list-changes.js';
import { CampaignHub, RUDE } from '../curation/campaign-hub.js';

describe('the changes', () => {
  let hub: CampaignHub;
  beforeAll(async () => {
    hub = await CampaignHub.open();
  });
  afterAll(() => hub.close());

  const last = async () => (await query(hub.db, sql<{ seq: number }>`select coalesce(max(seq), 0)::int as seq from changes`))[0]?.seq ?? 0;
  const since = async (seq: number) => (await listChanges(hub.db, seq, 100)).map(({ type }) => type);

  it('tell that a post is published, updated when another text is approved, and withdrawn', async () => {
    const [post = ''] = await hub.push([{ externalId: 'a' }]);
    await hub.settle();
    expect(await since(0)).toEqual(['PUBLISHED']);
    await hub.push([{ externalId: 'a', title: '另一个题目' }]);
    await hub.read();
    expect(await since(0)).toEqual(['PUBLISHED']);
    await hub.settle();
    expect(await since(0)).toEqual(['PUBLISHED', 'UPDATED']);
    const undo = await hub.decide(post, 'REMOVE');
    await hub.read();
    await undo();
    await hub.read();
    await hub.withdraw('a');
    await hub.read();
    expect(await since(0)).toEqual(['PUBLISHED', 'UPDATED', 'WITHDRAWN', 'PUBLISHED', 'WITHDRAWN']);
  });

  it('say nothing of what was never shown', async () => {
    const before = await last();
    await hub.push([{ externalId: 'rude', text: RUDE }]);
    await hub.settle();
    await hub.push([{ externalId: 'shy' }]);
    await hub.withdraw('shy');
    await hub.settle();
    expect(await since(before)).toEqual([]);
  });

  it('show the post as it is now, or what a carrier needs to find its copy', async () => {
    const before = await last();
    await hub.push([{ externalId: 'b', title: '留下' }, { externalId: 'c', title: '离开' }]);
    await hub.settle();
    await hub.withdraw('c');
    await hub.read();
    const told = await Promise.all(
      (await listChanges(hub.db, before, 100)).map(async (change) => [change.type, (await change.post(hub.context()))?.title ?? null, (await change.tombstone(hub.context()))?.externalId ?? null, change.seq - before]),
    );
    expect(told).toEqual([
      ['PUBLISHED', '留下', null, 1],
      ['PUBLISHED', null, 'c', 2],
      ['WITHDRAWN', null, 'c', 3],
    ]);
  });

  it('come in pages of at most a hundred', async () => {
    expect((await listChanges(hub.db, 0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
    await expect(listChanges(hub.db, 0, 101)).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
  });
});

describe('whoever replays all changes', () => {
  let hub: CampaignHub;
  beforeAll(async () => {
    hub = await CampaignHub.open();
  });
  afterAll(() => hub.close());

  it('shows exactly the posts that may be shown, at the approved revision, without a gap in the numbers', async () => {
    const post = fc.constantFrom('p', 'q', 'r');
    const step = fc.oneof(
      fc.record({ do: fc.constant('push'), post, text: fc.constantFrom('春天来了', '秋天来了', RUDE) }),
      fc.record({ do: fc.constant('withdraw'), post, text: fc.constant('') }),
      fc.record({ do: fc.constantFrom('screen', 'read'), post, text: fc.constant('') }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
        run += 1;
        for (const one of steps) {
          const externalId = `${one.post}-${run}`;
          if (one.do === 'push') await hub.push([{ externalId, text: one.text }]).catch(() => undefined);
          if (one.do === 'withdraw') await hub.withdraw(externalId).catch(() => undefined);
          if (one.do === 'screen') await hub.screen();
          if (one.do === 'read') await hub.read();
        }
        await hub.read();
        const changes = await query(hub.db, sql<{ seq: number; postId: string; type: string }>`select seq::int as seq, post_id as "postId", type from changes order by seq`);
        expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, position) => position + 1));
        const shown = new Set<string>();
        for (const { type, postId } of changes) {
          expect([type, shown.has(postId)]).toEqual([type, type !== 'PUBLISHED']);
          if (type === 'WITHDRAWN') shown.delete(postId);
          else shown.add(postId);
        }
        const all = (await query(hub.db, sql<{ id: string }>`select id from posts`)).map(({ id }) => id);
        expect([...shown].sort()).toEqual([...(await publicPostById.load(hub.db, all)).keys()].sort());
      }),
      { numRuns: 12 },
    );
  });
});
