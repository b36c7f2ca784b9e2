import { type RawBuilder, sql } from 'kysely';
import { type Database, queryOne } from '../platform/index.js';
import { FIGURES, figuresOfEntries } from './add-to-tallies.js';
import { postFacts } from './post-facts.js';
import { unreadEvents } from './unread-events.js';

/** What a recount of a table found. */
export interface TableReport {
  readonly table: string;
  /** rows compared */
  readonly checked: number;
  /** rows that say something else than the recount, or that are missing on one side */
  readonly drift: number;
}

/**
 * Counts everything again and compares: what each post was counted as with what it is, the tree with the units, and the tallies
 * with what was counted. Exact also while the hub works: each comparison sees one moment, and a post or a move about which the
 * tallies have yet to read a fact is not held against them.
 * @param timeZone IANA name of the zone in which days begin and end
 */
export async function verifyTallies(db: Database, timeZone: string): Promise<TableReport[]> {
  return [await verify(db, 'counted_units', treeComparison), await verify(db, 'counted_posts', postComparison(timeZone)), await verify(db, 'tallies', tallyComparison)];
}

async function verify(db: Database, table: string, comparison: RawBuilder<unknown>): Promise<TableReport> {
  const counts = await queryOne(
    db,
    sql<Omit<TableReport, 'table'>>`select count(*)::int as checked, count(*) filter (where differs)::int as drift from (${comparison}) compared`,
  );
  if (counts === undefined) throw new Error('An aggregate without a row.');
  return { table, ...counts };
}

/** A unit that the tallies do not know of yet is no drift as long as nothing is counted for it, which `tallies` would show. */
const treeComparison = sql`
  select c.ancestors is distinct from string_to_array(u.path::text, '.')::uuid[]
         and not exists (select from (${unreadEvents}) unread where type not like 'post.%' and type not like 'standing.%') as differs
  from counted_units c left join units u on u.id = c.unit_id`;

function postComparison(timeZone: string): RawBuilder<unknown> {
  const unread = sql`select subject from (${unreadEvents}) unread`;
  return sql`
    select (f.unit_id, f.day, f.strand, f.standing, f.author, f.participants, f.hours)
           is distinct from (c.unit_id, c.day, c.strand, c.standing, c.author, c.participants, c.hours) as differs
    from (${postFacts(timeZone, sql`p.id not in (${unread})`)}) f full join (select * from counted_posts where post_id not in (${unread})) c using (post_id)`;
}

const figures = (of: string) => sql.join(FIGURES.map((figure) => sql`coalesce(${sql.ref(`${of}.${figure}`)}, 0)`));

const tallyComparison = sql`
  with counted as (
    select u.ancestors, c.day, c.strand, c.standing, count(*) as posts, sum(c.participants) as participants, sum(c.hours) as hours
    from counted_posts c left join counted_units u using (unit_id) group by u.ancestors, c.day, c.strand, c.standing
  ),
  recount as (
    select unit_id, day, strand, ${figuresOfEntries}
    from counted cross join lateral unnest(coalesce(ancestors, array[null::uuid])) as unit_id group by unit_id, day, strand
  )
  select (${figures('t')}) is distinct from (${figures('r')}) as differs from tallies t full join recount r using (unit_id, day, strand)`;
