import { sql } from 'kysely';
import { type Database, pageSize, query } from '../platform/index.js';
import { type ChangeRow, ChangeView } from './change.view.js';

/**
 * The changes after number `after`, in order.
 * @param first most to give, 1 to 100
 * @throws HubError PAGE_TOO_LARGE
 */
export async function listChanges(db: Database, after: number, first: number): Promise<ChangeView[]> {
  const rows = await query(
    db,
    sql<ChangeRow>`
      select c.seq::int as seq, c.type, c.at, c.post_id as "postUuid", p.external_id as "externalId", s.code as "siteCode"
      from changes c join posts p on p.id = c.post_id join sites s on s.id = p.site_id
      where c.seq > ${after} order by c.seq limit ${pageSize(first)}`,
  );
  return rows.map((row) => new ChangeView(row));
}
