import { sql } from 'kysely';
import { type Queryable, query } from '../../platform/index.js';
import { type SiteRecord, sampleRate } from './sample-rate.js';
import type { SamplingSettings } from '../policy/sampling-settings.js';

const NOTHING: SiteRecord = { decided: 0, violations: 0, cleanSince: 0 };

/**
 * The records of sites, from the decisions themselves. For each site the index `decisions_sampled` gives its latest decided
 * samples in order, and nothing but the index is read: a page or two, however long the history. What a site is credited
 * with (see `credit-site.ts`) counts as older than all of them.
 * @param latest most decisions a record is made of
 */
export async function siteRecords(on: Queryable, siteIds: readonly string[], latest: number): Promise<Map<string, SiteRecord>> {
  const rows = await query(
    on,
    sql<SiteRecord & { siteId: string }>`
      select site.id as "siteId", least(counted.decided + coalesce(c.clean, 0), ${latest}::int)::int as decided, counted.violations,
             least(coalesce(counted.last - 1, counted.decided + coalesce(c.clean, 0)), ${latest}::int)::int as "cleanSince"
      from unnest(${siteIds}::uuid[]) as site (id)
      left join site_credits c on c.site_id = site.id
      cross join lateral (
        select count(*)::int as decided, (count(*) filter (where action <> 'CLEAR'))::int as violations, (min(place) filter (where action <> 'CLEAR'))::int as last
        from (
          select d.action, row_number() over (order by d.decided_at desc, d.id desc) as place
          from decisions d
          where d.site_id = site.id and d.reason = 'SAMPLE' and d.undone_at is null and d.action in ('CLEAR', 'RETURN', 'REMOVE')
          order by d.decided_at desc, d.id desc limit ${latest}
        ) as latest
      ) as counted`,
  );
  return new Map(rows.map(({ siteId, ...record }) => [siteId, record]));
}

/** The share of cleared posts that people see, by the site's uuid. */
export async function sampleRates(on: Queryable, siteIds: readonly string[], settings: SamplingSettings): Promise<(siteId: string) => number> {
  const records = await siteRecords(on, [...new Set(siteIds)], settings.latestDecisions);
  return (siteId) => sampleRate(records.get(siteId) ?? NOTHING, settings);
}
