import { sql } from 'kysely';
import { type Database, type LoaderKind, type Queryable, query, queryOne } from '../platform/index.js';
import { isCode } from './is-code.js';
import { ContactView, DesignationView, type UnitRow, UnitView } from './unit.view.js';

/** Columns of `units u` that make a {@link UnitRow}. */
export const unitColumns = sql`u.id, u.code, u.name, u.kind, u.parent_id as "parentId"`;

/** Units by uuid. */
export const unitById: LoaderKind<string, UnitView> = {
  seldomChanges: true,
  async load(db, ids) {
    const rows = await query(db, sql<UnitRow>`select ${unitColumns} from units u where u.id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.id, new UnitView(row)]));
  },
};

/** The unit with a code, or undefined. */
export async function unitByCode(db: Queryable, code: string): Promise<UnitView | undefined> {
  if (!isCode(code)) return undefined;
  const row = await queryOne(db, sql<UnitRow>`select ${unitColumns} from units u where u.code = ${code}`);
  return row && new UnitView(row);
}

/** The uuids of units by their codes; unknown codes are left out. */
export async function unitsByCode(db: Queryable, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await query(db, sql<{ id: string; code: string }>`select id, code from units where code = any(${codes.filter(isCode)}::text[])`);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Codes from the root of the tree down to a unit and with it, by the unit's uuid. */
export const unitPathById: LoaderKind<string, string[]> = {
  async load(db, ids) {
    const rows = await query(
      db,
      sql<{ id: string; path: string[] }>`
        select u.id, array_agg(above.code order by nlevel(above.path)) as path
        from units u join units above on above.path @> u.path
        where u.id = any(${ids}::uuid[])
        group by u.id`,
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  },
};

/** What units are designated, by the unit's uuid. */
export const designationsOfUnit: LoaderKind<string, DesignationView[]> = {
  load: (db, ids) =>
    gather(
      db,
      ids,
      (keys) => sql<DesignationView & { unitId: string }>`
        select d.code, d.name, ud.unit_id as "unitId"
        from unit_designations ud join designations d on d.code = ud.designation
        where ud.unit_id = any(${keys}::uuid[]) order by ud.unit_id, d.code`,
      ({ code, name }) => Object.assign(new DesignationView(), { code, name }),
    ),
};

/** Contacts of units in the order that the unit gave, by the unit's uuid. */
export const contactsOfUnit: LoaderKind<string, ContactView[]> = {
  load: (db, ids) =>
    gather(
      db,
      ids,
      (keys) => sql<ContactView & { unitId: string }>`
        select name, role, email, unit_id as "unitId"
        from unit_contacts where unit_id = any(${keys}::uuid[]) order by unit_id, position`,
      ({ name, role, email }) => Object.assign(new ContactView(), { name, role, email }),
    ),
};

async function gather<Row extends { unitId: string }, Value>(
  db: Database,
  ids: readonly string[],
  statement: (ids: readonly string[]) => Parameters<typeof query<Row>>[1],
  valueOf: (row: Row) => Value,
): Promise<Map<string, Value[]>> {
  const lists = new Map<string, Value[]>();
  for (const row of await query(db, statement(ids))) {
    const list = lists.get(row.unitId);
    if (list === undefined) lists.set(row.unitId, [valueOf(row)]);
    else list.push(valueOf(row));
  }
  return lists;
}
