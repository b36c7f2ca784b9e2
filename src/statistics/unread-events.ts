import { sql } from 'kysely';
import { type Database, type HubEvent, queryOne } from '../platform/index.js';

/** Name under which the tallies' reader keeps its place in the event log. */
export const TALLIES_CONSUMER = 'statistics-tallies';

/** Query of the facts that the tallies have not read yet. */
export const unreadEvents = sql<Pick<HubEvent, 'type' | 'subject' | 'at'>>`
  select e.* from events e
  where (e.xid, e.seq) > (coalesce((select xid from consumers where name = ${TALLIES_CONSUMER}), '0'::xid8),
                          coalesce((select seq from consumers where name = ${TALLIES_CONSUMER}), 0))`;

/** The moment up to which the tallies tell of everything: now, or the time of the first fact that they have not read. */
export async function figuresAsOf(db: Database, now: Date): Promise<Date> {
  const unread = await queryOne(db, sql<{ at: string }>`select at from (${unreadEvents}) unread order by xid, seq limit 1`);
  return unread === undefined ? now : new Date(unread.at);
}
