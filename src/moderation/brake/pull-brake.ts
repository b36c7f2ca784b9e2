import { sql } from 'kysely';
import { type Tx, newId, query } from '../../platform/index.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { ruleBraked } from './events.js';
import { hasRunWild, type RuleShares } from './has-run-wild.js';
import { ALL_POSTS, HOUR_MS, hourOf } from './match-hours.js';

/**
 * Takes rules that have run wild out of screening, from the next batch on.
 * @param rules those that matched just now, as `check/rule`
 * @returns the facts to emit
 */
export async function pullBrake(tx: Tx, rules: readonly string[], pack: PolicyPack, now: Date): Promise<ReturnType<typeof ruleBraked.draft>[]> {
  const { windowHours, longRunDays, restHours, exceptOneSite } = pack.brake;
  const since = new Date(hourOf(now).getTime() - (windowHours - 1) * HOUR_MS);
  const window = await sumMatches(tx, rules, since, null);
  // The sites and the long run are read only for the few rules, mostly none, that match so large a share now.
  const suspects = rules.filter((rule) => hasRunWild({ ...shareOf(rule, window), ...NEVER }, pack.brake));
  if (suspects.length === 0) return [];
  const bySite = exceptOneSite ? await sumBySite(tx, suspects, since) : [];
  const longRun = await sumMatches(tx, suspects, new Date(since.getTime() - longRunDays * 24 * HOUR_MS), since);
  const rows = suspects.flatMap((rule) => {
    const { matched, screened } = exceptOneSite ? withoutLargest(rule, bySite) : shareOf(rule, window);
    const { matched: longRunMatched, screened: longRunScreened } = shareOf(rule, longRun);
    const wild = hasRunWild({ matched, screened, longRunMatched, longRunScreened }, pack.brake);
    return wild ? [{ id: newId(), rule, ...shareOf(rule, window), share: longRunMatched / longRunScreened }] : [];
  });
  const braked = await query(
    tx,
    sql<{ id: string }>`
      insert into rule_brakes (id, rule, pack_version, braked_at, matched, screened, long_run_share)
      select id, rule, ${pack.version}, ${now}, matched, screened, share
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, rule text, matched integer, screened integer, share real)
      where not exists (select from rule_brakes rest where rest.rule = row.rule and rest.released_at > ${new Date(now.getTime() - restHours * HOUR_MS)})
      on conflict do nothing
      returning id`,
  );
  return rows
    .filter(({ id }) => braked.some((row) => row.id === id))
    .map(({ id, rule, matched, screened, share }) => ruleBraked.draft(id, { rule, version: pack.version, matched, screened, longRunShare: share }));
}

/** As if the rule had never matched before: what is no reason to brake even then is none. */
const NEVER = { longRunMatched: 0, longRunScreened: Infinity };

type Share = Pick<RuleShares, 'matched' | 'screened'>;

function shareOf(rule: string, sums: ReadonlyMap<string, number>): Share {
  return { matched: sums.get(rule) ?? 0, screened: sums.get(ALL_POSTS) ?? 0 };
}

interface SiteSum {
  readonly rule: string;
  readonly siteId: string;
  readonly posts: number;
}

/** What remains without the site that the rule matched most. */
function withoutLargest(rule: string, sums: readonly SiteSum[]): Share {
  const matched = sums.filter((sum) => sum.rule === rule).sort((a, b) => b.posts - a.posts);
  const screened = sums.filter((sum) => sum.rule === ALL_POSTS && sum.siteId !== matched[0]?.siteId);
  const total = (parts: readonly SiteSum[]) => parts.reduce((sum, { posts }) => sum + posts, 0);
  return { matched: total(matched.slice(1)), screened: total(screened) };
}

/** Posts that rules matched, and all posts, from an hour on up to before another. One range of the primary key a rule. */
async function sumMatches(tx: Tx, rules: readonly string[], from: Date, to: Date | null): Promise<Map<string, number>> {
  const rows = await query(
    tx,
    sql<{ rule: string; posts: number }>`
      select asked.rule, summed.posts
      from unnest(${[...rules, ALL_POSTS]}::text[]) as asked (rule)
      cross join lateral (
        select coalesce(sum(m.posts), 0)::int as posts from rule_matches m
        where m.rule = asked.rule and m.hour >= ${from} and m.hour < coalesce(${to}::timestamptz, 'infinity')
      ) as summed`,
  );
  return new Map(rows.map(({ rule, posts }) => [rule, posts]));
}

async function sumBySite(tx: Tx, rules: readonly string[], from: Date): Promise<SiteSum[]> {
  return query(
    tx,
    sql<SiteSum>`select rule, site_id as "siteId", sum(posts)::int as posts from rule_matches
                 where rule = any(${[...rules, ALL_POSTS]}::text[]) and hour >= ${from} group by rule, site_id`,
  );
}
