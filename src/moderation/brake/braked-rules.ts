import { sql } from 'kysely';
import { type Queryable, query } from '../../platform/index.js';

/** The rules that the brake holds out of screening now, as `check/rule`; an index of just these. */
export async function brakedRules(on: Queryable): Promise<ReadonlySet<string>> {
  const rows = await query(on, sql<{ rule: string }>`select rule from rule_brakes where released_at is null`);
  return new Set(rows.map(({ rule }) => rule));
}
