import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';

/** What the screening reads of a post. */
export interface CurrentRevision {
  readonly postId: string;
  readonly revision: number;
  readonly title: string;
  readonly text: string;
  readonly siteId: string;
}

/** The current revision of each of these posts; posts that its site withdrew are left out. */
export async function currentRevisions(on: Queryable, postIds: readonly string[]): Promise<CurrentRevision[]> {
  return query(
    on,
    sql<CurrentRevision>`select p.id as "postId", p.revision, r.title, r.text, p.site_id as "siteId"
                         from posts p join revisions r on r.post_id = p.id and r.number = p.revision
                         where p.id = any(${postIds}::uuid[]) and p.withdrawn_at is null`,
  );
}
