import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { HubContext, anonymous, query, readConfig } from '../../src/platform/index.js';
import { unitByCode } from '../../src/organisation/index.js';
import { type TableReport, verifyTallies } from '../../src/statistics/index.js';
import { StatisticsResolver } from '../../src/statistics/statistics.resolver.js';
import type { TallyView } from '../../src/statistics/tally.view.js';
import type { UnitStatisticsView } from '../../src/statistics/unit-statistics.view.js';
import { CampaignHub, MANIFEST, RUDE, TIME_ZONE } from '../curation/campaign-hub.js';

const NO_DRIFT = [0, 0, 0];
const drifts = (reports: readonly TableReport[]) => reports.map(({ drift }) => drift);

describe('what units did is counted for each and for all above it', () => {
  let hub: CampaignHub;
  beforeEach(async () => {
    hub = await CampaignHub.open();
  });
  afterEach(() => hub.close());

  const context = () => new HubContext(anonymous, hub.db, hub.clock, readConfig({}), 'test', 'https://hub.example.org');
  const statistics = async (code: string, from = '2026-03-01', to = '2026-03-31', by: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' = 'DAY'): Promise<UnitStatisticsView> => {
    const unit = await unitByCode(hub.db, code);
    if (unit === undefined) throw new Error(`no unit ${code}`);
    return new StatisticsResolver().statistics(unit, from, to, by);
  };
  const totals = async (code: string): Promise<TallyView> => (await statistics(code)).totals(context());

  it('as it stands now: cleared, held, removed, taken back', async () => {
    await hub.push([
      { externalId: 'a', unitCode: 'west-school', strand: 'DEED', participants: 12, hours: 30.5 },
      { externalId: 'b', unitCode: 'west', text: RUDE, participants: 7 },
      { externalId: 'c', unitCode: 'east' },
    ]);
    await hub.read();
    expect(await totals('province')).toMatchObject({ received: 3, pending: 3, cleared: 0, participants: 0 });
    await hub.settle();
    expect(await totals('west-school')).toMatchObject({ received: 1, cleared: 1, participants: 12, hours: 30.5 });
    expect(await totals('west')).toMatchObject({ received: 2, cleared: 1, held: 1, participants: 12, hours: 30.5 });
    expect(await totals('province')).toMatchObject({ received: 3, pending: 0, cleared: 2, held: 1 });
    await hub.withdraw('c');
    await hub.read();
    expect(await totals('east')).toMatchObject({ received: 1, cleared: 0, withdrawn: 1 });
    expect(drifts(await verifyTallies(hub.db, TIME_ZONE))).toEqual(NO_DRIFT);
  });
});
