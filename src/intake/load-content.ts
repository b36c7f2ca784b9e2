import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import type { PostContent } from './post-row.js';

/** The key of a revision for {@link contentByRevision}. */
export function revisionKey(postId: string, revision: number): string {
  return `${postId}:${revision}`;
}

/** Text and HTML by `<post uuid>:<revision>`. */
export const contentByRevision: LoaderKind<string, PostContent> = {
  async load(db, keys) {
    const parts = keys.map((key) => key.split(':'));
    const rows = await query(
      db,
      sql<PostContent & { postId: string; revision: number }>`
        select r.post_id as "postId", r.number as revision, r.text, r.html, r.safe_html as "safeHtml"
        from unnest(${parts.map(([postId]) => postId)}::uuid[], ${parts.map(([, revision]) => Number(revision))}::int[]) as wanted (post_id, number)
        join revisions r using (post_id, number)`,
    );
    return new Map(rows.map((row) => [revisionKey(row.postId, row.revision), row]));
  },
};
