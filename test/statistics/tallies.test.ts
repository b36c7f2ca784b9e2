import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { query } from '../../src/platform/index.js';
import { verifyTallies } from '../../src/statistics/index.js';
import { CampaignHub, MANIFEST, RUDE, TIME_ZONE } from '../curation/campaign-hub.js';
import { statisticsOf, totalsOf } from './read-figures.js';

const UNITS = ['province', 'east', 'west', 'west-school'];
const SUM = ['pending', 'cleared', 'held', 'returned', 'removed', 'withdrawn'] as const;

describe('what units did is counted for each and for all above it', () => {
  let hub: CampaignHub;
  beforeAll(async () => {
    hub = await CampaignHub.open();
  });
  afterAll(() => hub.close());
  const drift = async () => (await verifyTallies(hub.db, TIME_ZONE)).map(({ drift }) => drift);

  it('as each post stands now: pending, then cleared or held, then taken back', async () => {
    await hub.push([
      { externalId: 'a', unitCode: 'west-school', strand: 'DEED', participants: 12, hours: 30.5 },
      { externalId: 'b', unitCode: 'west', text: RUDE, participants: 7 },
      { externalId: 'c', unitCode: 'east' },
    ]);
    await hub.read();
    expect(await totalsOf(hub, 'province')).toMatchObject({ received: 3, pending: 3, cleared: 0, participants: 0 });
    await hub.settle();
    expect(await totalsOf(hub, 'west-school')).toMatchObject({ received: 1, cleared: 1, participants: 12, hours: 30.5 });
    expect(await totalsOf(hub, 'west')).toMatchObject({ received: 2, cleared: 1, held: 1, participants: 12, hours: 30.5 });
    expect(await totalsOf(hub, 'province')).toMatchObject({ received: 3, pending: 0, cleared: 2, held: 1 });
    await hub.withdraw('c');
    await hub.read();
    expect(await totalsOf(hub, 'east')).toMatchObject({ received: 1, cleared: 0, withdrawn: 1 });
    expect(await drift()).toEqual([0, 0, 0]);
  });

  it('participants and hours only while a post may be shown', async () => {
    const [post = ''] = await hub.push([{ externalId: 'd', unitCode: 'east', strand: 'DEED', participants: 5, hours: 2.25 }]);
    await hub.settle();
    expect(await totalsOf(hub, 'east')).toMatchObject({ participants: 5, hours: 2.25 });
    const undo = await hub.decide(post, 'REMOVE');
    await hub.read();
    expect(await totalsOf(hub, 'east')).toMatchObject({ removed: 1, participants: 0, hours: 0 });
    await undo();
    await hub.read();
    expect(await totalsOf(hub, 'east')).toMatchObject({ removed: 0, participants: 5, hours: 2.25 });
  });

  it('for the new unit and no longer for the old one when a later push names another', async () => {
    await hub.push([{ externalId: 'e', unitCode: 'east' }]);
    await hub.settle();
    const [east, west] = [await totalsOf(hub, 'east'), await totalsOf(hub, 'west')];
    await hub.push([{ externalId: 'e', unitCode: 'west-school' }]);
    await hub.settle();
    expect((await totalsOf(hub, 'east')).received).toBe(east.received - 1);
    expect((await totalsOf(hub, 'west')).received).toBe(west.received + 1);
    expect(await drift()).toEqual([0, 0, 0]);
  });

  it('for those that a unit stands below now, once it has moved', async () => {
    const [east, west, school] = [await totalsOf(hub, 'east'), await totalsOf(hub, 'west'), await totalsOf(hub, 'west-school')];
    expect(school.received).toBeGreaterThan(0);
    await hub.import(MANIFEST.replace('kind: UNIT, parent: west }', 'kind: UNIT, parent: east }'));
    await hub.read();
    expect((await totalsOf(hub, 'east')).received).toBe(east.received + school.received);
    expect((await totalsOf(hub, 'west')).received).toBe(west.received - school.received);
    expect((await totalsOf(hub, 'west-school')).received).toBe(school.received);
    expect(await drift()).toEqual([0, 0, 0]);
  });

  it('on the day on which the hub received it, in the time zone of the hub', async () => {
    hub.clock.advance(Date.parse('2026-05-01T15:59:59Z') - hub.clock.now().getTime());
    await hub.push([{ externalId: 'before-midnight', unitCode: 'west' }]);
    hub.clock.advance(2_000);
    await hub.push([{ externalId: 'after-midnight', unitCode: 'west' }]);
    await hub.settle();
    const series = await (await statisticsOf(hub, 'west', '2026-05-01', '2026-05-02')).series(hub.context());
    expect(series.map(({ start, tally }) => [start, tally.received])).toEqual([
      ['2026-05-01', 1],
      ['2026-05-02', 1],
    ]);
  });

  it('and a recount sees a figure that was tampered with, in each table', async () => {
    const spoil = [sql`update tallies set cleared = cleared + 1 where received > 0`, sql`update counted_posts set strand = 'SCENE' where post_id in (select post_id from counted_posts limit 1)`];
    expect(await drift()).toEqual([0, 0, 0]);
    await query(hub.db, spoil[0] ?? sql``);
    expect((await drift())[2]).toBeGreaterThan(0);
    await query(hub.db, sql`update tallies set cleared = cleared - 1 where received > 0`);
    expect(await drift()).toEqual([0, 0, 0]);
    await query(hub.db, spoil[1] ?? sql``);
    const [, posts, tallies] = await drift();
    expect([posts, (tallies ?? 0) > 0]).toEqual([1, true]);
  });
});

describe('whatever happens in whatever order', () => {
  let hub: CampaignHub;
  beforeAll(async () => {
    hub = await CampaignHub.open();
  });
  afterAll(() => hub.close());

  const unit = fc.constantFrom(...UNITS);
  const post = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6');
  const step = fc.oneof(
    fc.record({ do: fc.constant('push' as const), post, unit, rude: fc.boolean(), participants: fc.nat(9), strand: fc.constantFrom('ESSAY', 'DEED') }),
    fc.record({ do: fc.constant('withdraw' as const), post }),
    fc.record({ do: fc.constant('screen' as const) }),
    fc.record({ do: fc.constant('read' as const) }),
    fc.record({ do: fc.constant('move' as const), below: fc.constantFrom('east', 'west') }),
    fc.record({ do: fc.constant('tomorrow' as const) }),
  );

  const take = async (one: typeof step extends fc.Arbitrary<infer Step> ? Step : never, run: number): Promise<unknown> => {
    switch (one.do) {
      case 'push':
        return hub.push([{ externalId: `${one.post}-${run}`, unitCode: one.unit, strand: one.strand, participants: one.participants, text: `${one.rude ? RUDE : ''}第${one.participants}次` }]).catch(() => undefined);
      case 'withdraw':
        return hub.withdraw(`${one.post}-${run}`).catch(() => undefined);
      case 'screen':
        return hub.screen();
      case 'read':
        return hub.read();
      case 'move':
        return hub.import(MANIFEST.replace('kind: UNIT, parent: west }', `kind: UNIT, parent: ${one.below} }`));
      case 'tomorrow':
        return Promise.resolve(hub.clock.advance(86_400_000));
    }
  };

  it('received is the sum of the standings, a unit has at least what those below it have, and nothing drifts', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        run += 1;
        for (const one of steps) {
          await take(one, run);
          // also between two readings: what is unread is no drift
          expect((await verifyTallies(hub.db, TIME_ZONE)).map(({ drift }) => drift)).toEqual([0, 0, 0]);
        }
        await hub.read();
        const figures = await Promise.all(UNITS.map((code) => totalsOf(hub, code, '2026-01-01', '2035-12-31')));
        for (const tally of figures) expect(SUM.reduce((sum, standing) => sum + tally[standing], 0)).toBe(tally.received);
        const [province, east, west, school] = figures.map(({ received }) => received);
        expect(province).toBeGreaterThanOrEqual((east ?? 0) + (west ?? 0));
        expect((east ?? 0) + (west ?? 0)).toBeGreaterThanOrEqual(school ?? 0);
        const [{ posts = 0 } = {}] = await query(hub.db, sql<{ posts: number }>`select count(*)::int as posts from posts`);
        expect(province).toBe(posts);
      }),
      { numRuns: 12 },
    );
  });
});
