import { type RawBuilder, sql } from 'kysely';
import { type Tx, query } from '../platform/index.js';

/** Which column counts the posts that stand so. */
export const COLUMN_OF_STANDING = {
  PENDING: 'pending',
  PUBLISHABLE: 'cleared',
  HELD: 'held',
  RETURNED: 'returned',
  REMOVED: 'removed',
  WITHDRAWN: 'withdrawn',
} as const;

/** The columns that count; `received` is always the sum of the six standings. */
export const FIGURES = ['received', ...Object.values(COLUMN_OF_STANDING), 'participants', 'hours'] as const;
export type Figure = (typeof FIGURES)[number];

/**
 * Select list that turns entries (`standing`, `posts`, `participants`, `hours`; less than nothing where something is taken back)
 * into the figures. Participants and hours count only while the post may be shown.
 */
export const figuresOfEntries = sql.join([
  sql`coalesce(sum(posts), 0) as received`,
  ...Object.entries(COLUMN_OF_STANDING).map(([standing, column]) => sql`coalesce(sum(posts) filter (where standing = ${sql.lit(standing)}), 0) as ${sql.ref(column)}`),
  ...['participants', 'hours'].map((column) => sql`coalesce(sum(${sql.ref(column)}) filter (where standing = 'PUBLISHABLE'), 0) as ${sql.ref(column)}`),
]);

const columns = sql.join(FIGURES.map((figure) => sql.ref(figure)));
const anyFigure = sql.join(FIGURES.map((figure) => sql`${sql.ref(figure)} <> 0`), sql` or `);
const additions = sql.join(FIGURES.map((figure) => sql`${sql.ref(figure)} = t.${sql.ref(figure)} + excluded.${sql.ref(figure)}`));

/**
 * Adds entries to the tallies of all units that they name. Rows are written in the order of their key, so that two writers
 * could wait for each other but never for ever.
 * @param withs named queries that `entries` builds on
 * @param entries a query of `ancestors` (uuids of the unit and all above it), `day`, `strand`, `standing`, `posts`, `participants`, `hours`
 */
export async function addToTallies(tx: Tx, withs: RawBuilder<unknown>, entries: RawBuilder<unknown>): Promise<void> {
  await query(
    tx,
    sql`
      with ${withs},
      rolled as (
        select unit_id, day, strand, ${figuresOfEntries}
        from (${entries}) entry cross join lateral unnest(entry.ancestors) as unit_id
        group by unit_id, day, strand
      )
      insert into tallies as t (unit_id, day, strand, ${columns})
      select unit_id, day, strand, ${columns} from rolled where ${anyFigure}
      order by unit_id, day, strand
      on conflict (unit_id, day, strand) do update set ${additions}`,
  );
}
