import { sql } from 'kysely';
import { type Database, type Viewer, cursorKey, fromCursor, query } from '../platform/index.js';
import { type PostRow, postColumns } from './post-row.js';

/**
 * Other posts whose current text is, white space aside, that of this one, in the order in which they came.
 * What another site pushed may not be public yet, so a site's own key finds only the site's own posts.
 * @param count most rows
 * @param after cursor of the last one seen
 */
export async function findCopies(
  db: Database,
  viewer: Viewer,
  post: { readonly uuid: string; readonly revision: number },
  count: number,
  after: string | null,
): Promise<PostRow[]> {
  const [last] = fromCursor(after, [cursorKey.uuid]) ?? [];
  const onlySite = viewer.roles.some((role) => role !== 'PARTNER') ? null : (viewer.siteId ?? null);
  return query(
    db,
    sql<PostRow>`
      select ${postColumns}
      from revisions r join posts p on p.id = r.post_id and p.revision = r.number
      where r.text_hash = (select text_hash from revisions where post_id = ${post.uuid} and number = ${post.revision})
        and p.id <> ${post.uuid}
        and (${last ?? null}::uuid is null or p.id > ${last ?? null}::uuid)
        and (${onlySite}::uuid is null or p.site_id = ${onlySite}::uuid)
      order by p.id
      limit ${count}`,
  );
}
