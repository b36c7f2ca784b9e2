import { sql } from 'kysely';
import { type Tx, newId, query } from '../platform/index.js';
import type { WrittenRow } from './import-count.js';
import type { UnitEntry } from './import-units.js';

/** Makes the designations of units those of the entries. @returns units whose designations changed */
export async function importUnitDesignations(tx: Tx, units: readonly UnitEntry[]): Promise<WrittenRow[]> {
  const given = units.filter((unit) => unit.designations !== undefined);
  const pairs = given.flatMap(({ code, designations = [] }) => designations.map((designation) => ({ code, designation })));
  return query(
    tx,
    sql<WrittenRow>`
      with given as (
        select distinct u.id as unit_id, entry.designation
        from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as entry (code text, designation text) join units u on u.code = entry.code
      ), taken as (
        delete from unit_designations d using units u
        where u.id = d.unit_id and u.code = any(${given.map((unit) => unit.code)}::text[])
          and not exists (select from given where given.unit_id = d.unit_id and given.designation = d.designation)
        returning d.unit_id
      ), added as (
        insert into unit_designations (unit_id, designation) select unit_id, designation from given
        on conflict do nothing
        returning unit_id
      )
      select code, false as created from units where id in (select unit_id from taken union select unit_id from added)`,
  );
}

/** Makes the contacts of units those of the entries, in their order. @returns units whose contacts changed */
export async function importUnitContacts(tx: Tx, units: readonly UnitEntry[]): Promise<WrittenRow[]> {
  const given = units.filter((unit) => unit.contacts !== undefined);
  const rows = given.flatMap(({ code, contacts = [] }) => contacts.map(({ name, role, email }, position) => ({ code, position, name, role, email })));
  return query(
    tx,
    sql<WrittenRow>`
      with given as (
        select u.id as unit_id, entry.position, entry.name, entry.role, entry.email
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (code text, position int, name text, role text, email text)
        join units u on u.code = entry.code
      ), taken as (
        delete from unit_contacts c using units u
        where u.id = c.unit_id and u.code = any(${given.map((unit) => unit.code)}::text[])
          and not exists (select from given where given.unit_id = c.unit_id and given.position = c.position)
        returning c.unit_id
      ), added as (
        insert into unit_contacts (unit_id, position, name, role, email) select unit_id, position, name, role, email from given
        on conflict (unit_id, position) do update set name = excluded.name, role = excluded.role, email = excluded.email
        where (unit_contacts.name, unit_contacts.role, unit_contacts.email) is distinct from (excluded.name, excluded.role, excluded.email)
        returning unit_id
      )
      select code, false as created from units where id in (select unit_id from taken union select unit_id from added)`,
  );
}

/** Stores the volunteer groups of units. A group that another unit names moves there; none is deleted, for posts name them. */
export async function importGroups(tx: Tx, units: readonly UnitEntry[]): Promise<WrittenRow[]> {
  const rows = units.flatMap((unit) => (unit.groups ?? []).map(({ code, name }) => ({ id: newId(), code, name, unit: unit.code })));
  return query(
    tx,
    sql<WrittenRow>`
      insert into volunteer_groups (id, code, name, unit_id)
      select entry.id, entry.code, entry.name, u.id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id uuid, code text, name text, unit text) join units u on u.code = entry.unit
      on conflict (code) do update set name = excluded.name, unit_id = excluded.unit_id
      where (volunteer_groups.name, volunteer_groups.unit_id) is distinct from (excluded.name, excluded.unit_id)
      returning code, xmax = 0 as created`,
  );
}
