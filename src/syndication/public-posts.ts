import { sql } from 'kysely';
import { type PostRow, PostView, postColumns } from '../intake/index.js';
import { type LoaderKind, query } from '../platform/index.js';

/** Posts by uuid as any reader may see them now, at the approved revision; a post that may not be shown is not there. */
export const publicPostById: LoaderKind<string, PostView> = {
  async load(db, uuids) {
    const rows = await query(
      db,
      sql<PostRow>`
        select ${postColumns}
        from posts p
        join standings st on st.post_id = p.id and st.standing = 'PUBLISHABLE'
        join revisions r on r.post_id = p.id and r.number = st.approved_revision
        where p.id = any(${uuids}::uuid[]) and p.withdrawn_at is null`,
    );
    return new Map(rows.map((row) => [row.uuid, new PostView(row)]));
  },
};
