import { sql } from 'kysely';
import { type Tx, emit, newId, query } from '../platform/index.js';
import { unitMoved } from './events.js';
import { type ImportCount, type WrittenRow, countImport } from './import-count.js';
import { importGroups, importUnitContacts, importUnitDesignations } from './import-unit-details.js';
import { type UnitEntry, importUnits } from './import-units.js';

/** The sections of a campaign manifest that tell who takes part. Whatever they name is defined in them or known already. */
export interface OrganisationManifest {
  readonly designations?: readonly { readonly code: string; readonly name: string }[] | undefined;
  readonly units?: readonly UnitEntry[] | undefined;
  readonly sites?: readonly SiteEntry[] | undefined;
}

export interface SiteEntry {
  readonly code: string;
  readonly name: string;
  readonly url: string;
  /** code of the unit that runs it */
  readonly unit: string;
}

export interface OrganisationCounts {
  readonly designations: ImportCount;
  readonly units: ImportCount;
  readonly groups: ImportCount;
  readonly sites: ImportCount;
}

/**
 * Brings designations, units with their contacts and groups, and sites to what a manifest says. Entries are added or amended,
 * never removed, so that a manifest may also bring only one unit; a second import of the same changes nothing.
 * @throws UnitBelowItself where the manifest and what the hub has make a circle
 */
export async function importOrganisation(tx: Tx, manifest: OrganisationManifest, by: { actor: string; now: Date }): Promise<OrganisationCounts> {
  const { designations = [], units = [], sites = [] } = manifest;
  const groups = units.reduce((sum, unit) => sum + (unit.groups?.length ?? 0), 0);
  const designationsWritten = await importDesignations(tx, designations);
  const { written, moved } = await importUnits(tx, units);
  const detailed = [...(await importUnitDesignations(tx, units)), ...(await importUnitContacts(tx, units))];
  const groupsWritten = await importGroups(tx, units);
  const sitesWritten = await importSites(tx, sites);
  const facts = moved.map(({ id, fromParent, toParent }) => unitMoved.draft(id, { fromParent, toParent }));
  await emit(tx, by.actor, by.now, facts);
  return {
    designations: countImport(designations.length, designationsWritten),
    units: countImport(units.length, [...written, ...detailed]),
    groups: countImport(groups, groupsWritten),
    sites: countImport(sites.length, sitesWritten),
  };
}

function importDesignations(tx: Tx, designations: readonly { code: string; name: string }[]): Promise<WrittenRow[]> {
  return query(
    tx,
    sql<WrittenRow>`
      insert into designations (code, name)
      select code, name from jsonb_to_recordset(${JSON.stringify(designations)}::jsonb) as entry (code text, name text)
      on conflict (code) do update set name = excluded.name where designations.name <> excluded.name
      returning code, xmax = 0 as created`,
  );
}

function importSites(tx: Tx, sites: readonly SiteEntry[]): Promise<WrittenRow[]> {
  const rows = sites.map((site) => ({ id: newId(), ...site }));
  return query(
    tx,
    sql<WrittenRow>`
      insert into sites (id, code, name, url, unit_id)
      select entry.id, entry.code, entry.name, entry.url, u.id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id uuid, code text, name text, url text, unit text) join units u on u.code = entry.unit
      on conflict (code) do update set name = excluded.name, url = excluded.url, unit_id = excluded.unit_id
      where (sites.name, sites.url, sites.unit_id) is distinct from (excluded.name, excluded.url, excluded.unit_id)
      returning code, xmax = 0 as created`,
  );
}
