import { sql } from 'kysely';
import { type Connection, HubError, type LoaderKind, type Queryable, cursorKey, fromCursor, pageSize, query, queryOne, toConnection } from '../platform/index.js';
import { isCode } from './is-code.js';
import { unitColumns } from './load-units.js';
import { type UnitKind, type UnitRow, UnitView } from './unit.view.js';

/** Which units are asked for; a key left out asks for nothing. */
export interface UnitFilter {
  /** Code of a designation that the unit bears. */
  readonly designation?: string | undefined;
  /** Code of the unit directly above. */
  readonly parent?: string | undefined;
  readonly kind?: UnitKind | undefined;
}

/**
 * Units that meet every part of a filter, each before those below it, in the order in which they were set up.
 * @throws HubError UNKNOWN_UNIT, UNKNOWN_DESIGNATION: a typing error should not look like an empty list
 */
export async function listUnits(db: Queryable, { designation, parent, kind }: UnitFilter): Promise<UnitView[]> {
  await refuseUnknown(db, designation, parent);
  const rows = await query(
    db,
    sql<UnitRow>`
      select ${unitColumns} from units u
      where (${kind ?? null}::text is null or u.kind = ${kind ?? null})
        and (${parent ?? null}::text is null or u.parent_id = (select id from units where code = ${parent ?? null}))
        and (${designation ?? null}::text is null
             or exists (select from unit_designations d where d.unit_id = u.id and d.designation = ${designation ?? null}))
      order by u.path`,
  );
  return rows.map((row) => new UnitView(row));
}

async function refuseUnknown(db: Queryable, designation: string | undefined, parent: string | undefined): Promise<void> {
  const known = await queryOne(
    db,
    sql<{ designation: boolean; parent: boolean }>`
      select exists (select from designations where code = ${codeOrNull(designation)}) as designation,
             exists (select from units where code = ${codeOrNull(parent)}) as parent`,
  );
  if (designation !== undefined && known?.designation !== true) throw new HubError('UNKNOWN_DESIGNATION', `There is no designation ${JSON.stringify(designation)}.`, 'designation');
  if (parent !== undefined && known?.parent !== true) throw new HubError('UNKNOWN_UNIT', `There is no unit ${JSON.stringify(parent)}.`, 'parent');
}

function codeOrNull(text: string | undefined): string | null {
  return text !== undefined && isCode(text) ? text : null;
}

/** A page of the units directly below one. */
export interface ChildrenPage {
  readonly parentId: string;
  readonly first: number;
  /** uuid of the last unit before the page; ids grow in the order in which units were set up */
  readonly after: string | null;
}

/**
 * Reads what a page of children asks for.
 * @throws HubError PAGE_TOO_LARGE, BAD_CURSOR
 */
export function childrenPage(parentId: string, first: number, after?: string): ChildrenPage {
  const [last] = fromCursor(after, [cursorKey.uuid]) ?? [];
  return { parentId, first: pageSize(first), after: last ?? null };
}

/** Pages of children, all that one answer needs in one statement. */
export const childrenOfUnit: LoaderKind<ChildrenPage, Connection<UnitView>> = {
  async load(db, pages) {
    const rows = await query(
      db,
      sql<UnitRow & { page: number }>`
        select asked.page::int as page, u.*
        from unnest(${pages.map((page) => page.parentId)}::uuid[], ${pages.map((page) => page.first + 1)}::int[], ${pages.map((page) => page.after)}::uuid[])
             with ordinality as asked (parent_id, most, after, page)
        cross join lateral (
          select ${unitColumns} from units u
          where u.parent_id = asked.parent_id and (asked.after is null or u.id > asked.after)
          order by u.id limit asked.most
        ) u
        order by asked.page, u.id`,
    );
    return new Map(pages.map((page, position) => [page, connect(rows.filter((row) => row.page === position + 1), page.first)]));
  },
};

function connect(rows: readonly UnitRow[], first: number): Connection<UnitView> {
  return toConnection(rows, first, (row) => [row.id], (row) => new UnitView(row));
}
