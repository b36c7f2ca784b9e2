import { sql } from 'kysely';
import { type Queryable, query } from '../../platform/index.js';
import { type MeasuredShare, type OutcomeDifference, difference, measure } from '../backtest/compare-outcomes.js';
import type { Example } from '../backtest/outcome-tally.js';
import { ALL_RULES, type ShadowKind } from './record-shadow.js';

/** What a version did in the shadow, beside the one that was served. */
export interface ShadowFigures {
  readonly posts: number;
  /** Posts that both hold or both clear. */
  readonly agreement: MeasuredShare;
  readonly newlyHeld: OutcomeDifference;
  readonly newlyReleased: OutcomeDifference;
}

interface CountRow {
  readonly kind: ShadowKind;
  readonly rule: string;
  readonly posts: number;
}

/** From the counts: a few rows a rule, however many posts the shadow saw. The examples are the latest, by an index of just these. */
export async function shadowFigures(on: Queryable, packId: string, examples: number): Promise<ShadowFigures> {
  const counts = await query(on, sql<CountRow>`select kind, rule, posts from shadow_counts where pack_id = ${packId}`);
  const of = (kind: ShadowKind) => counts.find((row) => row.kind === kind && row.rule === ALL_RULES)?.posts ?? 0;
  const agreeing = of('BOTH_CLEAR') + of('BOTH_HOLD');
  const posts = agreeing + of('NEWLY_HELD') + of('NEWLY_RELEASED');
  const differenceOf = async (kind: 'NEWLY_HELD' | 'NEWLY_RELEASED'): Promise<OutcomeDifference> => {
    const rules = Object.fromEntries(counts.filter((row) => row.kind === kind && row.rule !== ALL_RULES).map((row) => [row.rule, row.posts]));
    return difference({ count: of(kind), rules, examples: await latest(on, packId, kind, examples) });
  };
  return { posts, agreement: measure(agreeing, posts), newlyHeld: await differenceOf('NEWLY_HELD'), newlyReleased: await differenceOf('NEWLY_RELEASED') };
}

async function latest(on: Queryable, packId: string, kind: 'NEWLY_HELD' | 'NEWLY_RELEASED', most: number): Promise<Example[]> {
  const outcome = kind === 'NEWLY_HELD' ? 'HOLD' : 'CLEAR';
  return query(
    on,
    sql<Example>`
      select s.post_id as "postId", r.title, case when s.outcome = 'HOLD' then s.findings else served.findings end as findings
      from shadow_screenings s
      join revisions r on r.post_id = s.post_id and r.number = s.revision
      join screenings served on served.post_id = s.post_id and served.revision = s.revision
      where s.pack_id = ${packId} and s.outcome = ${outcome} and s.outcome <> s.served_outcome
      order by s.at desc limit ${most}`,
  );
}
