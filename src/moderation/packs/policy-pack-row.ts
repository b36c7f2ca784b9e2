import { type RawBuilder, sql } from 'kysely';
import { type Queryable, query } from '../../platform/index.js';
import type { PackState } from './pack-states.js';

/** A version as its table has it, with the names of those who wrote and served it. */
export interface PolicyPackRow {
  readonly uuid: string;
  readonly version: string;
  readonly yaml: string;
  readonly state: PackState;
  readonly rationale: string;
  readonly writtenBy: string | null;
  readonly writtenAt: string;
  readonly servedBy: string | null;
  readonly servedAt: string | null;
  readonly retiredAt: string | null;
}

/** @param which rest of the statement, from `where` on, about `policy_packs p` */
export function readPolicyPacks(on: Queryable, which: RawBuilder<unknown>): Promise<PolicyPackRow[]> {
  return query(
    on,
    sql<PolicyPackRow>`
      select p.id as uuid, p.version, p.yaml, p.state, p.rationale, writer.name as "writtenBy", p.written_at as "writtenAt",
             server.name as "servedBy", p.served_at as "servedAt", p.retired_at as "retiredAt"
      from policy_packs p left join members writer on writer.id = p.written_by left join members server on server.id = p.served_by ${which}`,
  );
}
