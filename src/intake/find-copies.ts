import { sql } from 'kysely';
import { type Database, type Viewer, cursorKey, fromCursor, query } from '../platform/index.js';
import { type PostRow, postColumns } from './post-row.js';

/**
 * Other posts whose current text is, white space aside, that of this one, and, once a worker has compared them, the near
 * copies in its cluster; in the order in which they came.
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
      with copy as (
        select r.post_id, r.number
        from revisions r
        where r.text_hash = (select text_hash from revisions where post_id = ${post.uuid} and number = ${post.revision})
        union
        select c.post_id, c.revision
        from copies c
        where c.cluster_id = (select cluster_id from copies where post_id = ${post.uuid} and revision = ${post.revision})
      )
      select ${postColumns}
      from copy
      join posts p on p.id = copy.post_id and p.revision = copy.number
      join revisions r on r.post_id = p.id and r.number = p.revision
      where p.id <> ${post.uuid}
        and (${last ?? null}::uuid is null or p.id > ${last ?? null}::uuid)
        and (${onlySite}::uuid is null or p.site_id = ${onlySite}::uuid)
      order by p.id
      limit ${count}`,
  );
}
