import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { siteById, sitesByCode } from '../../organisation/index.js';
import { HubContext, query } from '../../platform/index.js';
import { currentPolicy } from '../current-policy.js';
import { requireRationale } from '../packs/require-rationale.js';
import { requireMember } from '../require-member.js';
import { creditSite } from './credit-site.js';
import { sampleRate } from './sample-rate.js';
import { CreditSiteInput, CreditSitePayload, SiteSamplingView } from './sampling.view.js';
import { siteRecords } from './site-records.js';
import { wilsonInterval } from './wilson-interval.js';

@Resolver()
export class SamplingResolver {
  @Query(() => [SiteSamplingView], { description: 'How the cleared posts of each site are sampled now, sites in the order in which they were set up.' })
  async siteSampling(@Ctx() { db }: HubContext): Promise<SiteSamplingView[]> {
    const sites = await query(db, sql<{ id: string }>`select id from sites order by id`);
    return describe(db, sites.map(({ id }) => id));
  }

  @Mutation(() => CreditSitePayload, { description: 'Credits a site that people know from before the hub with a clean record, so that it does not begin as a new one.' })
  async creditSite(@Arg('input', () => CreditSiteInput) { siteCode, cleanDecisions, rationale }: CreditSiteInput, @Ctx() context: HubContext): Promise<CreditSitePayload> {
    const { db, viewer, clock } = context;
    const by = { actor: viewer.actor, memberId: requireMember(context), now: clock.now(), reason: requireRationale(rationale) };
    await creditSite(db, siteCode, cleanDecisions, by);
    const site = (await sitesByCode(db, [siteCode])).get(siteCode);
    const [sampling] = await describe(db, site === undefined ? [] : [site.id]);
    return Object.assign(new CreditSitePayload(), { sampling });
  }
}

async function describe(db: HubContext['db'], siteIds: readonly string[]): Promise<SiteSamplingView[]> {
  const settings = (await currentPolicy(db)).triage.sampling;
  const [sites, records] = [await siteById.load(db, siteIds), await siteRecords(db, siteIds, settings.latestDecisions)];
  return siteIds.flatMap((id) => {
    const [site, record] = [sites.get(id), records.get(id)];
    if (site === undefined || record === undefined) return [];
    const { decided, violations } = record;
    return [Object.assign(new SiteSamplingView(), { site, rate: sampleRate(record, settings), decided, violations, worstShare: wilsonInterval(violations, decided).high })];
  });
}
