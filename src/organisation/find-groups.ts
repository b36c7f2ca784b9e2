import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';
import { isCode } from './is-code.js';

/** The uuids of volunteer groups by their codes; unknown codes are left out. */
export async function findGroupsByCode(db: Queryable, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await query(db, sql<{ id: string; code: string }>`select id, code from volunteer_groups where code = any(${codes.filter(isCode)}::text[])`);
  return new Map(rows.map(({ id, code }) => [code, id]));
}
