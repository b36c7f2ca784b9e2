import { sql } from 'kysely';
import { type Database, query } from '../../platform/index.js';
import type { BacktestRow } from './backtest-row.js';

/** A post's current text, and what people last decided about it, if anything that stands. */
export interface PastPost {
  readonly postId: string;
  readonly receivedAt: string;
  readonly siteId: string;
  readonly title: string;
  readonly text: string;
  readonly action: 'CLEAR' | 'RETURN' | 'REMOVE' | null;
  readonly category: string | null;
}

/**
 * The next posts of a backtest, the newest first: a range of the index `posts_received`, and for each post one look at its
 * revision and at its latest decision (`decisions_post`), so that a batch costs the same wherever it stands in history.
 */
export async function readPastPosts(db: Database, { receivedFrom, receivedTo, reachedAt, reachedId }: BacktestRow, most: number): Promise<PastPost[]> {
  const below = reachedAt === null ? sql`received_at <= ${receivedTo}` : sql`(received_at, id) < (${reachedAt}::timestamptz, ${reachedId}::uuid)`;
  return query(
    db,
    sql<PastPost>`
      select p.id as "postId", p.received_at as "receivedAt", p.site_id as "siteId", r.title, r.text, verdict.action, verdict.category
      from (
        select id, received_at, site_id, revision from posts
        where ${below} and received_at >= ${receivedFrom} and withdrawn_at is null
        order by received_at desc, id desc limit ${most}
      ) as p
      join revisions r on r.post_id = p.id and r.number = p.revision
      left join lateral (
        select d.action, d.category from decisions d
        where d.post_id = p.id and d.revision = p.revision and d.undone_at is null and d.action in ('CLEAR', 'RETURN', 'REMOVE')
        order by d.decided_at desc, d.id desc limit 1
      ) as verdict on true
      order by p.received_at desc, p.id desc`,
  );
}
