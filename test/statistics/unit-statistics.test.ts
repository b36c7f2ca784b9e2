import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CampaignHub, RUDE } from '../curation/campaign-hub.js';
import { statisticsOf, totalsOf } from './read-figures.js';

describe('the figures of a unit', () => {
  let hub: CampaignHub;
  beforeAll(async () => {
    hub = await CampaignHub.open();
    await hub.push([
      { externalId: '1', unitCode: 'west', strand: 'ESSAY', authorName: '林小禾' },
      { externalId: '2', unitCode: 'west-school', strand: 'DEED', authorName: '林小禾', participants: 3, hours: 0.1 },
      { externalId: '3', unitCode: 'east', strand: 'DEED', authorName: '周北风', participants: 4, hours: 0.2 },
    ]);
    await hub.settle();
    hub.clock.advance(40 * 86_400_000);
    await hub.push([{ externalId: '4', unitCode: 'west', strand: 'SCENE', authorName: '何青山', text: RUDE }]);
    await hub.settle();
  });
  afterAll(() => hub.close());
  const provinceBy = (by: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR') => statisticsOf(hub, 'province', '2026-03-03', '2026-04-30', by);

  it('come step by step without gaps, and the steps add up to the totals', async () => {
    const months = await (await provinceBy('MONTH')).series(hub.context());
    expect(months.map(({ start, end, tally }) => [start, end, tally.received])).toEqual([
      ['2026-03-03', '2026-03-31', 3],
      ['2026-04-01', '2026-04-30', 1],
    ]);
    for (const by of ['DAY', 'WEEK', 'YEAR'] as const) {
      const series = await (await provinceBy(by)).series(hub.context());
      expect(series.reduce((sum, { tally }) => sum + tally.received, 0)).toBe(4);
    }
  });

  it('come by strand, each strand named', async () => {
    const strands = await (await provinceBy('DAY')).byStrand(hub.context());
    expect(strands.map(({ strand, tally }) => [strand, tally.received, tally.hours])).toEqual([
      ['ESSAY', 1, 0],
      ['SCENE', 1, 0],
      ['VIRTUE', 0, 0],
      ['DEED', 2, 0.3],
    ]);
  });

  it('come for each unit directly below, with what is below that', async () => {
    const children = await (await provinceBy('DAY')).children(hub.context());
    expect(children.map(({ unit, tally }) => [unit.code, tally.received, tally.held])).toEqual([
      ['east', 1, 0],
      ['west', 3, 1],
    ]);
  });

  it('tell how many different authors there were, and how long people took to decide', async () => {
    const totals = await totalsOf(hub, 'province', '2026-03-01', '2026-04-30');
    expect(await totals.authors(hub.context())).toBe(3);
    expect(await (await totalsOf(hub, 'west', '2026-03-01', '2026-03-31')).authors(hub.context())).toBe(1);
    expect(await totals.medianDecisionSeconds(hub.context())).toBeNull();
  });

  it('tell of everything up to a moment: now, or the first fact that is not counted yet', async () => {
    const statistics = await provinceBy('DAY');
    expect(await statistics.asOf(hub.context())).toEqual(hub.clock.now());
    const pushedAt = hub.clock.now();
    await hub.push([{ externalId: '5', unitCode: 'west', strand: 'ESSAY' }]);
    hub.clock.advance(60_000);
    expect(await statistics.asOf(hub.context())).toEqual(pushedAt);
    await hub.settle();
    expect(await statistics.asOf(hub.context())).toEqual(hub.clock.now());
  });

  it('take the seconds from decisions that stand', async () => {
    const [post = ''] = await hub.push([{ externalId: '6', unitCode: 'east', strand: 'ESSAY', text: RUDE }]);
    await hub.settle();
    hub.clock.advance(90_000);
    const undo = await hub.decide(post, 'CLEAR');
    const east = await totalsOf(hub, 'east', '2026-03-01', '2026-04-30');
    expect([await east.medianDecisionSeconds(hub.context()), await east.p90DecisionSeconds(hub.context())]).toEqual([90, 90]);
    await undo();
    expect(await east.medianDecisionSeconds(hub.context())).toBeNull();
  });
});
