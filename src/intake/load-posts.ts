import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import { type PostRow, postColumns } from './post-row.js';
import { PostView } from './post.view.js';

/** Posts by uuid, each at its current revision. Whoever shows them to readers must ask for the approved revision instead. */
export const postById: LoaderKind<string, PostView> = {
  async load(db, uuids) {
    const rows = await query(
      db,
      sql<PostRow>`select ${postColumns} from posts p join revisions r on r.post_id = p.id and r.number = p.revision
                   where p.id = any(${uuids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.uuid, new PostView(row)]));
  },
};
