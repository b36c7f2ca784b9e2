import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import type { Standing } from './standing-states.js';

interface PostStanding {
  readonly standing: Standing;
  /** The revision that readers may see while the post is PUBLISHABLE. */
  readonly approvedRevision: number | null;
}

/**
 * Where posts stand, by uuid. A post that its site withdrew is WITHDRAWN from that moment, and one that was not screened
 * yet is PENDING, whether or not its row tells so already.
 */
export const standingsOf: LoaderKind<string, PostStanding> = {
  async load(db, postIds) {
    const rows = await query(
      db,
      sql<PostStanding & { postId: string }>`
        select p.id as "postId",
               case when p.withdrawn_at is not null then 'WITHDRAWN' else coalesce(s.standing, 'PENDING') end as standing,
               s.approved_revision as "approvedRevision"
        from posts p left join standings s on s.post_id = p.id
        where p.id = any(${postIds}::uuid[])`,
    );
    return new Map(rows.map(({ postId, standing, approvedRevision }) => [postId, { standing, approvedRevision }]));
  },
};
