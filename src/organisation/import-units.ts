import { sql } from 'kysely';
import { type Tx, newId, query } from '../platform/index.js';
import type { WrittenRow } from './import-count.js';
import { UnitBelowItself } from './unit-below-itself.js';
import type { UnitKind } from './unit.view.js';

/** A unit as a manifest gives it. A key left out leaves what stands; a list given is the whole list. */
export interface UnitEntry {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** code of the unit directly above, defined before or in the same manifest */
  readonly parent?: string | undefined;
  readonly designations?: readonly string[] | undefined;
  readonly contacts?: readonly ContactEntry[] | undefined;
  readonly groups?: readonly { readonly code: string; readonly name: string }[] | undefined;
}

export interface ContactEntry {
  readonly name: string;
  readonly role: string;
  readonly email?: string | undefined;
}

/** A unit that has another parent than before; parents are uuids. */
export interface MovedUnit {
  readonly id: string;
  readonly code: string;
  readonly fromParent: string | null;
  readonly toParent: string;
}

/**
 * Stores units with their place in the tree, in the order of the entries.
 * @throws UnitBelowItself
 */
export async function importUnits(tx: Tx, units: readonly UnitEntry[]): Promise<{ written: WrittenRow[]; moved: MovedUnit[] }> {
  const written = await storeUnits(tx, units);
  const placed = await placeUnits(tx, units);
  if (written.some((row) => row.created) || placed.length > 0) await drawPaths(tx, placed);
  const created = new Set(written.filter((row) => row.created).map((row) => row.code));
  const moved = placed.filter((unit) => !created.has(unit.code));
  return { written: [...written, ...moved.map(({ code }) => ({ code, created: false }))], moved };
}

function storeUnits(tx: Tx, units: readonly UnitEntry[]): Promise<WrittenRow[]> {
  const rows = units.map(({ code, name, kind }) => ({ id: newId(), code, name, kind }));
  return query(
    tx,
    sql<WrittenRow>`
      insert into units (id, code, name, kind, path)
      select id, code, name, kind, replace(id::text, '-', '')::ltree
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id uuid, code text, name text, kind text)
      on conflict (code) do update set name = excluded.name, kind = excluded.kind
      where (units.name, units.kind) is distinct from (excluded.name, excluded.kind)
      returning code, xmax = 0 as created`,
  );
}

function placeUnits(tx: Tx, units: readonly UnitEntry[]): Promise<MovedUnit[]> {
  const placed = units.filter((unit) => unit.parent !== undefined);
  return query(
    tx,
    sql<MovedUnit>`
      update units u set parent_id = place.parent_id
      from (
        select child.id, child.parent_id as was, parent.id as parent_id
        from unnest(${placed.map((unit) => unit.code)}::text[], ${placed.map((unit) => unit.parent)}::text[]) as entry (code, parent)
        join units child on child.code = entry.code
        join units parent on parent.code = entry.parent
      ) place
      where u.id = place.id and u.parent_id is distinct from place.parent_id
      returning u.id, u.code, place.was as "fromParent", u.parent_id as "toParent"`,
  );
}

/**
 * Writes every unit's path anew from the parents; a unit that moved takes its subtree along.
 * @param placed units that got a parent just now: one of them closes any circle
 * @throws UnitBelowItself where parents go round in a circle
 */
async function drawPaths(tx: Tx, placed: readonly MovedUnit[]): Promise<void> {
  const tree = sql`
    tree as (
      select id, replace(id::text, '-', '')::ltree as path from units where parent_id is null
      union all
      select u.id, tree.path || replace(u.id::text, '-', '') from units u join tree on tree.id = u.parent_id
    )`;
  const circling = await query(tx, sql<{ code: string }>`with recursive ${tree} select code from units left join tree using (id) where tree.id is null`);
  if (circling.length > 0) {
    const lost = new Set(circling.map(({ code }) => code));
    throw new UnitBelowItself(placed.map(({ code }) => code).filter((code) => lost.has(code)));
  }
  await query(tx, sql`with recursive ${tree} update units u set path = tree.path from tree where tree.id = u.id and u.path <> tree.path`);
}
