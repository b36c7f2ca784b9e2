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
  const { windowHours, longRunDays, restHours } = pack.brake;
  const since = new Date(hourOf(now).getTime() - (windowHours - 1) * HOUR_MS);
  const window = await sumMatches(tx, rules, since, null);
  // The long run is read only for the few rules, mostly none, that match so large a share now.
  const suspects = rules.filter((rule) => hasRunWild(sharesOf(rule, window, undefined), pack.brake));
  if (suspects.length === 0) return [];
  const longRun = await sumMatches(tx, suspects, new Date(since.getTime() - longRunDays * 24 * HOUR_MS), since);
  const wild = suspects.map((rule) => ({ rule, ...sharesOf(rule, window, longRun) })).filter((shares) => hasRunWild(shares, pack.brake));
  const rows = wild.map(({ rule, matched, screened, longRunMatched, longRunScreened }) => ({ id: newId(), rule, matched, screened, share: longRunMatched / longRunScreened }));
  const braked = await query(
    tx,
    sql<{ id: string; rule: string }>`
      insert into rule_brakes (id, rule, pack_version, braked_at, matched, screened, long_run_share)
      select id, rule, ${pack.version}, ${now}, matched, screened, share
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, rule text, matched integer, screened integer, share real)
      where not exists (select from rule_brakes rest where rest.rule = row.rule and rest.released_at > ${new Date(now.getTime() - restHours * HOUR_MS)})
      on conflict do nothing
      returning id, rule`,
  );
  return rows
    .filter(({ id }) => braked.some((row) => row.id === id))
    .map(({ id, rule, matched, screened, share }) => ruleBraked.draft(id, { rule, version: pack.version, matched, screened, longRunShare: share }));
}

function sharesOf(rule: string, window: ReadonlyMap<string, number>, longRun: ReadonlyMap<string, number> | undefined): RuleShares {
  return {
    matched: window.get(rule) ?? 0,
    screened: window.get(ALL_POSTS) ?? 0,
    // not asked yet: as if the rule had never matched
    longRunMatched: longRun === undefined ? 0 : (longRun.get(rule) ?? 0),
    longRunScreened: longRun === undefined ? Infinity : (longRun.get(ALL_POSTS) ?? 0),
  };
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
