import { sql } from 'kysely';
import { HubError, type Queryable, cursorKey, fromCursor, query } from '../platform/index.js';
import type { Standing } from './standing-states.js';

export interface SitePostsFilter {
  readonly standing?: Standing | null;
  /** Calendar days on which posts were received, `YYYY-MM-DD`, both inclusive. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A post in the list, with the keys that it is sorted by. */
export interface SitePostRow {
  readonly uuid: string;
  readonly receivedAt: string;
}

/**
 * Posts of a site, those received last in front.
 * @param timeZone IANA zone in which the days begin and end
 * @param limit rows to read
 * @throws HubError BAD_PERIOD, BAD_CURSOR
 */
export async function listSitePosts(
  on: Queryable,
  siteId: string,
  { standing, from, to }: SitePostsFilter,
  timeZone: string,
  limit: number,
  after: string | null,
): Promise<SitePostRow[]> {
  if (from && to && from > to) throw new HubError('BAD_PERIOD', '"from" must not be after "to".', 'from');
  const keys = fromCursor(after, [cursorKey.time, cursorKey.uuid]);
  const conditions = [
    sql`p.site_id = ${siteId}`,
    ...(standing ? [sql`case when p.withdrawn_at is not null then 'WITHDRAWN' else coalesce(s.standing, 'PENDING') end = ${standing}`] : []),
    ...(from ? [sql`p.received_at >= (${from}::date)::timestamp at time zone ${timeZone}`] : []),
    ...(to ? [sql`p.received_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`] : []),
    ...(keys === null ? [] : [sql`(p.received_at, p.id) < (${keys[0]}::timestamptz, ${keys[1]}::uuid)`]),
  ];
  return query(
    on,
    sql<SitePostRow>`
      select p.id as uuid, p.received_at as "receivedAt"
      from posts p left join standings s on s.post_id = p.id
      where ${sql.join(conditions, sql` and `)}
      order by p.received_at desc, p.id desc
      limit ${limit}`,
  );
}
