import { sql } from 'kysely';
import type { Strand } from '../campaign/index.js';
import { type UnitRow, UnitView, unitColumns } from '../organisation/index.js';
import { type LoaderKind, query } from '../platform/index.js';
import { FIGURES } from './add-to-tallies.js';
import type { Cell, Figures } from './cell.js';
import type { Step } from './periods.js';

/** A cell to be read in calendar steps. */
export interface SteppedCell extends Cell {
  readonly by: Step;
}

/** What one strand comes to in one step. */
export interface StepFigures extends Figures {
  /** First day of the calendar step, which may lie before the cell's own start. */
  readonly step: string;
  readonly strand: Strand;
}

/** What a unit directly below comes to over the whole cell. */
export interface ChildFigures {
  readonly unit: UnitView;
  readonly figures: Figures;
}

const sums = sql.join(FIGURES.map((figure) => sql`coalesce(sum(t.${sql.ref(figure)}), 0)::float8 as ${sql.ref(figure)}`));

/** The cells asked for, as a table. */
const asked = (cells: readonly SteppedCell[]) => sql`
  unnest(${cells.map(({ unitId }) => unitId)}::uuid[], ${cells.map(({ start }) => start)}::date[], ${cells.map(({ end }) => end)}::date[],
         ${cells.map(({ strand }) => strand)}::text[], ${cells.map(({ by }) => by)}::text[])
    with ordinality as cell (unit_id, start, "end", strand, by, place)`;

/** Figures by strand and calendar step; steps without posts are left out. */
export const stepsOfCell: LoaderKind<SteppedCell, StepFigures[]> = {
  async load(db, cells) {
    const rows = await query(
      db,
      sql<StepFigures & { place: number }>`
        select cell.place::int as place, date_trunc(cell.by, t.day::timestamp)::date::text as step, t.strand, ${sums}
        from ${asked(cells)}
        join tallies t on t.unit_id = cell.unit_id and t.day between cell.start and cell."end" and (cell.strand is null or t.strand = cell.strand)
        group by 1, 2, 3`,
    );
    return grouped(cells, rows);
  },
};

/** Figures of all units directly below, in the order in which they were set up. */
export const childrenOfCell: LoaderKind<SteppedCell, ChildFigures[]> = {
  async load(db, cells) {
    const rows = await query(
      db,
      sql<UnitRow & Figures & { place: number }>`
        select cell.place::int as place, ${unitColumns}, figures.*
        from ${asked(cells)}
        join units u on u.parent_id = cell.unit_id
        cross join lateral (
          select ${sums} from tallies t
          where t.unit_id = u.id and t.day between cell.start and cell."end" and (cell.strand is null or t.strand = cell.strand)
        ) figures
        order by u.id`,
    );
    return grouped(cells, rows.map((row) => ({ place: row.place, unit: new UnitView(row), figures: row })));
  },
};

function grouped<Row extends { place: number }>(cells: readonly SteppedCell[], rows: readonly Row[]): Map<SteppedCell, Row[]> {
  const lists = new Map<SteppedCell, Row[]>(cells.map((cell) => [cell, []]));
  for (const row of rows) {
    const cell = cells[row.place - 1];
    if (cell !== undefined) lists.get(cell)?.push(row);
  }
  return lists;
}
