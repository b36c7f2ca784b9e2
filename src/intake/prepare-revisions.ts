import { sql } from 'kysely';
import { type Tx, query } from '../platform/index.js';
import { safeHtmlOf } from './safe-html.js';

interface UnpreparedRow {
  readonly postId: string;
  readonly number: number;
  readonly text: string;
  readonly html: string | null;
}

/**
 * Makes the current revisions of posts ready to be shown: fills their safe HTML where it is missing.
 * @param postIds uuids; best not more than a hundred, as HTML may be long
 */
export async function prepareRevisions(tx: Tx, postIds: readonly string[]): Promise<void> {
  const unprepared = await query(
    tx,
    sql<UnpreparedRow>`select r.post_id as "postId", r.number, r.text, r.html
                       from posts p join revisions r on r.post_id = p.id and r.number = p.revision
                       where p.id = any(${postIds}::uuid[]) and r.safe_html is null`,
  );
  if (unprepared.length === 0) return;
  await query(
    tx,
    sql`update revisions r set safe_html = made.safe_html
        from unnest(${unprepared.map((row) => row.postId)}::uuid[], ${unprepared.map((row) => row.number)}::int[],
                    ${unprepared.map(safeHtmlOf)}::text[]) as made (post_id, number, safe_html)
        where r.post_id = made.post_id and r.number = made.number`,
  );
}
