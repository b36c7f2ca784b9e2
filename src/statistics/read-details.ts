import { type RawBuilder, sql } from 'kysely';
import { type Database, type LoaderKind, query } from '../platform/index.js';
import type { Cell } from './cell.js';

/** How long decisions took, in seconds. */
export interface DecisionTimes {
  readonly median: number;
  readonly p90: number;
}

/** How many different names of authors the posts of a cell bear. */
export const authorsOfCell: LoaderKind<Cell, number> = {
  async load(db, cells) {
    const rows = await perCell<{ authors: number }>(db, cells, sql`select count(distinct c.author)::int as authors from ${counted}`);
    return new Map(rows.map(({ cell, authors }) => [cell, authors]));
  },
};

/** Median and ninth decile (interpolated) of the seconds that decisions on the posts of a cell took; cells without decisions are left out. */
export const decisionTimesOfCell: LoaderKind<Cell, DecisionTimes> = {
  async load(db, cells) {
    const rows = await perCell<{ median: number | null; p90: number | null }>(
      db,
      cells,
      sql`select percentile_cont(0.5) within group (order by d.seconds) as median, percentile_cont(0.9) within group (order by d.seconds) as p90
          from ${counted} join decisions d on d.post_id = c.post_id and d.undone_at is null and d.action <> 'ESCALATE'`,
    );
    return new Map(rows.flatMap(({ cell, median, p90 }) => (median === null || p90 === null ? [] : [[cell, { median, p90 }]])));
  },
};

/** The posts `c` of a cell. */
const counted = sql`
  (select p.* from counted_units u join counted_posts p using (unit_id)
   where u.ancestors @> array[cell.unit_id] and p.day between cell.start and cell."end" and (cell.strand is null or p.strand = cell.strand)) c`;

async function perCell<Row>(db: Database, cells: readonly Cell[], each: RawBuilder<unknown>): Promise<(Row & { cell: Cell })[]> {
  const rows = await query(
    db,
    sql<Row & { place: number }>`
      select cell.place::int as place, found.*
      from unnest(${cells.map(({ unitId }) => unitId)}::uuid[], ${cells.map(({ start }) => start)}::date[], ${cells.map(({ end }) => end)}::date[],
                  ${cells.map(({ strand }) => strand)}::text[]) with ordinality as cell (unit_id, start, "end", strand, place)
      cross join lateral (${each}) found`,
  );
  return rows.flatMap((row) => {
    const cell = cells[row.place - 1];
    return cell === undefined ? [] : [{ ...row, cell }];
  });
}
