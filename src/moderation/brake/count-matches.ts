import { sql } from 'kysely';
import { type Tx, query } from '../../platform/index.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { ruleKey } from '../screening/finding.js';
import type { ScreenResult } from '../screening/screen.js';
import type { ruleBraked } from './events.js';
import { ALL_POSTS, HOUR_MS, hourOf } from './match-hours.js';
import { pullBrake } from './pull-brake.js';

const DAYS_KEPT = 30;

/**
 * Counts, in the transaction of the screening, how many posts each rule matched this hour, and brakes a rule that has run
 * wild. Exact whatever runs side by side: each writer adds to the rows of the hour and holds them until its commit, all of
 * them in one order, so that nobody waits in a circle. Cost follows the rules of the batch, never the history.
 * @returns the facts to emit: one a rule braked now
 */
export async function countMatches(tx: Tx, results: readonly ScreenResult[], pack: PolicyPack, now: Date): Promise<ReturnType<typeof ruleBraked.draft>[]> {
  if (results.length === 0) return [];
  const counts = new Map<string, number>([[ALL_POSTS, results.length]]);
  for (const rule of results.flatMap(matchedRules)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts.keys()].sort();
  const written = await query(
    tx,
    sql<{ rule: string; first: boolean }>`
      insert into rule_matches as counted (rule, hour, posts)
      select rule, ${hourOf(now)}, posts from unnest(${rules}::text[], ${rules.map((rule) => counts.get(rule))}::int[]) with ordinality as row (rule, posts, place)
      order by place
      on conflict (rule, hour) do update set posts = counted.posts + excluded.posts
      returning rule, xmax = 0 as first`,
  );
  if (written.some(({ rule, first }) => rule === ALL_POSTS && first)) await forgetOld(tx, now);
  return pullBrake(tx, rules.filter((rule) => rule !== ALL_POSTS), pack, now);
}

/** Each rule once a post, also one that the brake set aside: so a lead sees when the surge is over. */
function matchedRules({ findings, setAside = [] }: ScreenResult): string[] {
  return [...new Set([...findings.map(ruleKey), ...setAside])];
}

/** Once an hour, by the first who screens in it. */
async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await query(tx, sql`delete from rule_matches where hour < ${new Date(hourOf(now).getTime() - DAYS_KEPT * 24 * HOUR_MS)}`);
}
