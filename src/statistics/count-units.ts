import { sql } from 'kysely';
import { type Tx, query } from '../platform/index.js';
import { addToTallies } from './add-to-tallies.js';

/**
 * Brings the tree that the tallies know to what it is now. Where a unit stands elsewhere than before, what was counted for it
 * is taken from those it stood below and given to those it stands below now.
 */
export async function countUnits(tx: Tx): Promise<void> {
  const drawn = sql`select id as unit_id, string_to_array(path::text, '.')::uuid[] as ancestors from units`;
  const moved = await query(
    tx,
    sql<{ id: string }>`select d.unit_id as id from (${drawn}) d join counted_units c using (unit_id) where c.ancestors <> d.ancestors`,
  );
  if (moved.length > 0) {
    const counted = sql`
      select unit_id, day, strand, standing, count(*) as posts, sum(participants) as participants, sum(hours) as hours
      from counted_posts where unit_id = any(${moved.map(({ id }) => id)}::uuid[]) group by unit_id, day, strand, standing`;
    await addToTallies(
      tx,
      sql`counted as materialized (${counted})`,
      sql`select d.ancestors, day, strand, standing, posts, participants, hours from counted join (${drawn}) d using (unit_id)
          union all
          select c.ancestors, day, strand, standing, -posts, -participants, -hours from counted join counted_units c using (unit_id)`,
    );
  }
  await query(
    tx,
    sql`insert into counted_units as c (unit_id, ancestors) ${drawn}
        on conflict (unit_id) do update set ancestors = excluded.ancestors where c.ancestors <> excluded.ancestors`,
  );
}
