import { sql } from 'kysely';
import { type Tx, query } from '../platform/index.js';
import type { Standing } from './standing-states.js';

/** A post's standing, locked until the transaction ends. */
export interface LockedStanding {
  readonly postId: string;
  readonly siteId: string;
  readonly standing: Standing;
  readonly approvedRevision: number | null;
  readonly screenedRevision: number;
  /** The newest revision that the site pushed. */
  readonly newestRevision: number;
  /** Its site withdrew it; the standing may not tell so yet. */
  readonly withdrawn: boolean;
}

/**
 * Locks the standings of posts, making PENDING ones where there are none. Whoever changes a standing or the live review
 * of a post holds this lock first: so they take turns, and never wait for each other in a circle.
 * @returns by post's uuid; posts that do not exist are left out
 */
export async function lockStandings(tx: Tx, postIds: readonly string[], now: Date): Promise<Map<string, LockedStanding>> {
  await query(
    tx,
    sql`insert into standings (post_id, standing, screened_revision, updated_at)
        select id, 'PENDING', 0, ${now} from posts where id = any(${postIds}::uuid[]) order by id
        on conflict (post_id) do nothing`,
  );
  const rows = await query(
    tx,
    sql<LockedStanding>`
      select s.post_id as "postId", p.site_id as "siteId", s.standing, s.approved_revision as "approvedRevision",
             s.screened_revision as "screenedRevision", p.revision as "newestRevision", p.withdrawn_at is not null as withdrawn
      from standings s join posts p on p.id = s.post_id
      where s.post_id = any(${postIds}::uuid[])
      order by s.post_id
      for update of s`,
  );
  return new Map(rows.map((row) => [row.postId, row]));
}
