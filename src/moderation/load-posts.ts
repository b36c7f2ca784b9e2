import { sql } from 'kysely';
import { type PostRow, PostView, postColumns, revisionKey } from '../intake/index.js';
import { type LoaderKind, query } from '../platform/index.js';

/** Posts by `<post uuid>:<revision>`, each at that revision, whether or not there is a newer one. */
export const postByRevision: LoaderKind<string, PostView> = {
  async load(db, keys) {
    const parts = keys.map((key) => key.split(':'));
    const rows = await query(
      db,
      sql<PostRow>`
        select ${postColumns}
        from unnest(${parts.map(([postId]) => postId)}::uuid[], ${parts.map(([, revision]) => Number(revision))}::int[]) as wanted (post_id, number)
        join posts p on p.id = wanted.post_id
        join revisions r on r.post_id = wanted.post_id and r.number = wanted.number`,
    );
    return new Map(rows.map((row) => [revisionKey(row.uuid, row.revision), new PostView(row)]));
  },
};
