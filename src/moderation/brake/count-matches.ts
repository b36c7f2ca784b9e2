import { sql } from 'kysely';
import { type Tx, query } from '../../platform/index.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { ruleKey } from '../screening/finding.js';
import type { ScreenResult } from '../screening/screen.js';
import type { ruleBraked } from './events.js';
import { ALL_POSTS, ALL_SITES, HOUR_MS, hourOf } from './match-hours.js';
import { pullBrake } from './pull-brake.js';

const DAY_MS = 24 * HOUR_MS;
const DAYS_BY_SITE = 2;
const DAYS_KEPT = 30;

/** A post that was screened. */
export interface Matched {
  readonly siteId: string;
  readonly result: Pick<ScreenResult, 'findings' | 'setAside'>;
}

interface Count {
  readonly rule: string;
  readonly siteId: string;
  posts: number;
}

/**
 * Counts, in the transaction of the screening, how many posts each rule matched this hour, and brakes a rule that has run
 * wild. Exact whatever runs side by side: each writer adds to the rows of the hour and holds them until its commit, all of
 * them in one order, so that nobody waits in a circle. Cost follows the rules of the batch, never the history.
 * @returns the facts to emit: one a rule braked now
 */
export async function countMatches(tx: Tx, posts: readonly Matched[], pack: PolicyPack, now: Date): Promise<ReturnType<typeof ruleBraked.draft>[]> {
  if (posts.length === 0) return [];
  const counts = countBySite(posts);
  const written = await query(
    tx,
    sql<{ rule: string; first: boolean }>`
      insert into rule_matches as counted (rule, hour, site_id, posts)
      select rule, ${hourOf(now)}, "siteId", posts
      from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as row (rule text, "siteId" uuid, posts integer)
      order by rule, "siteId"
      on conflict (rule, hour, site_id) do update set posts = counted.posts + excluded.posts
      returning rule, xmax = 0 as first`,
  );
  if (written.some(({ rule, first }) => rule === ALL_POSTS && first)) await tidy(tx, now);
  return pullBrake(tx, [...new Set(counts.map(({ rule }) => rule))].filter((rule) => rule !== ALL_POSTS), pack, now);
}

function countBySite(posts: readonly Matched[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { siteId, result } of posts) {
    for (const rule of [ALL_POSTS, ...matchedRules(result)]) {
      const key = `${siteId} ${rule}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { rule, siteId, posts: 1 });
      else count.posts += 1;
    }
  }
  return [...counts.values()];
}

/** Each rule once a post, also one that the brake set aside: so a lead sees when the surge is over. */
function matchedRules({ findings, setAside = [] }: Matched['result']): string[] {
  return [...new Set([...findings.map(ruleKey), ...setAside])];
}

/** Forgets old hours and adds up the sites of those that no window reaches; by whoever is first to screen a site's post in an hour. */
async function tidy(tx: Tx, now: Date): Promise<void> {
  const before = (days: number) => new Date(hourOf(now).getTime() - days * DAY_MS);
  await query(tx, sql`delete from rule_matches where hour < ${before(DAYS_KEPT)}`);
  await query(
    tx,
    sql`with gone as (delete from rule_matches where hour < ${before(DAYS_BY_SITE)} and site_id <> ${ALL_SITES} returning rule, hour, posts)
        insert into rule_matches as counted (rule, hour, site_id, posts)
        select rule, hour, ${ALL_SITES}, sum(posts)::int from gone group by rule, hour
        on conflict (rule, hour, site_id) do update set posts = counted.posts + excluded.posts`,
  );
}
