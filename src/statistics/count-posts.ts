import { sql } from 'kysely';
import type { Tx } from '../platform/index.js';
import { addToTallies } from './add-to-tallies.js';
import { countedColumns, postFacts } from './post-facts.js';

/**
 * Counts posts as what they are now instead of as what they were counted before, for their unit and all above it. It asks
 * what is, not what happened, so doing it twice, late or out of order ends in the same tallies.
 *
 * A post that has just come to a unit that `countUnits` has not seen is left: the event that brought it there is still to come.
 * @param postIds uuids
 * @param timeZone IANA name of the zone in which days begin and end
 */
export async function countPosts(tx: Tx, postIds: readonly string[], timeZone: string): Promise<void> {
  await addToTallies(
    tx,
    sql`
      facts as materialized (
        select f.*, u.ancestors from (${postFacts(timeZone, sql`p.id = any(${postIds}::uuid[])`)}) f join counted_units u using (unit_id)
      ),
      before as materialized (
        select c.*, u.ancestors from counted_posts c join counted_units u using (unit_id) where c.post_id in (select post_id from facts)
      ),
      amended as materialized (
        select f.* from facts f left join before b using (post_id)
        where (f.unit_id, f.day, f.strand, f.standing, f.author, f.participants, f.hours)
              is distinct from (b.unit_id, b.day, b.strand, b.standing, b.author, b.participants, b.hours)
      ),
      noted as (
        insert into counted_posts (post_id, ${countedColumns}) select post_id, ${countedColumns} from amended order by post_id
        on conflict (post_id) do update set (${countedColumns}) = row (excluded.unit_id, excluded.day, excluded.strand, excluded.standing,
                                                                       excluded.author, excluded.participants, excluded.hours)
      )`,
    sql`
      select ancestors, day, strand, standing, 1 as posts, participants, hours from amended
      union all
      select ancestors, day, strand, standing, -1, -participants, -hours from before where post_id in (select post_id from amended)`,
  );
}
