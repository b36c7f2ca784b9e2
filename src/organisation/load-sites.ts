import { sql } from 'kysely';
import { type LoaderKind, type Queryable, query } from '../platform/index.js';
import { isCode } from './is-code.js';
import { type SiteRow, SiteView } from './site.view.js';

/** Columns of `sites s` that make a {@link SiteRow}. */
export const siteColumns = sql`s.id, s.code, s.name, s.url, s.unit_id as "unitId"`;

/** Sites by uuid. */
export const siteById: LoaderKind<string, SiteView> = {
  seldomChanges: true,
  async load(db, ids) {
    const rows = await query(db, sql<SiteRow>`select ${siteColumns} from sites s where s.id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.id, new SiteView(row)]));
  },
};

/** All sites in the order in which they were set up. */
export async function listSites(db: Queryable): Promise<SiteView[]> {
  const rows = await query(db, sql<SiteRow>`select ${siteColumns} from sites s order by s.id`);
  return rows.map((row) => new SiteView(row));
}

/** What a push needs to know of a site. */
export interface SiteKey {
  readonly id: string;
  readonly code: string;
  /** The unit that its posts count for unless they name another. */
  readonly unitId: string | null;
}

/** Sites by their codes; unknown codes are left out. */
export async function sitesByCode(db: Queryable, codes: readonly string[]): Promise<Map<string, SiteKey>> {
  const rows = await query(db, sql<SiteKey>`select id, code, unit_id as "unitId" from sites where code = any(${codes.filter(isCode)}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}
