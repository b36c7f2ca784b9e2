import { unitByCode } from '../../src/organisation/index.js';
import { StatisticsResolver } from '../../src/statistics/statistics.resolver.js';
import type { TallyView } from '../../src/statistics/tally.view.js';
import type { UnitStatisticsView } from '../../src/statistics/unit-statistics.view.js';
import type { CampaignHub } from '../curation/campaign-hub.js';

/** `Unit.statistics` as GraphQL gives it, without a server. */
export async function statisticsOf(hub: CampaignHub, code: string, from: string, to: string, by: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' = 'DAY'): Promise<UnitStatisticsView> {
  const unit = await unitByCode(hub.db, code);
  if (unit === undefined) throw new Error(`There is no unit ${code}.`);
  return new StatisticsResolver().statistics(unit, from, to, by);
}

export async function totalsOf(hub: CampaignHub, code: string, from = '2026-03-01', to = '2026-03-31'): Promise<TallyView> {
  return (await statisticsOf(hub, code, from, to)).totals(hub.context());
}
