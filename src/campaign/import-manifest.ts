import { sql } from 'kysely';
import { type ImportCount, type OrganisationCounts, UnitBelowItself, importOrganisation, listKnownCodes } from '../organisation/index.js';
import { type Database, type Tx, emit, query, transaction } from '../platform/index.js';
import { findForeignTopics } from './check-against-hub.js';
import { findUnstorable } from './check-storable.js';
import { manifestImported } from './events.js';
import { importCampaign } from './import-campaign.js';
import { ManifestError } from './manifest-error.js';
import type { ManifestSection } from './manifest-section.js';
import { fieldName } from './manifest/manifest-problem.js';
import { type KnownCodes, type ReadManifest, readManifest } from './manifest/read-manifest.js';

/** Who imports, when, and which sections of later rooms come along. */
export interface ImportOptions {
  /** see `HubEvent.actor` */
  readonly actor: string;
  readonly now: Date;
  readonly sections: readonly ManifestSection[];
}

export interface ImportedManifest {
  /** code of the campaign */
  readonly campaign: string;
  /** What was done, by section: `campaign`, `phases`, `units`, `groups`, `feeds` … */
  readonly counts: Readonly<Record<string, ImportCount>>;
}

/**
 * Brings the hub to what a campaign manifest says: all of it or, where anything is wrong, nothing. Entries are added or amended, never
 * removed; a second import of the same changes nothing and writes no fact.
 * @param yaml the manifest's text
 * @throws ManifestError naming the line and field of each problem
 */
export async function importManifest(db: Database, yaml: string, options: ImportOptions): Promise<ImportedManifest> {
  const read = readManifest(yaml, await knownCodes(db));
  if ('problems' in read) throw new ManifestError(read.problems);
  refuseUnstorable(read);
  refuseOrphans(read, options.sections);
  return transaction(db, (tx) => store(tx, read, options));
}

async function knownCodes(db: Database): Promise<KnownCodes> {
  const topics = await query(db, sql<{ code: string }>`select code from topics`);
  return { ...(await listKnownCodes(db)), topics: new Set(topics.map(({ code }) => code)) };
}

function refuseUnstorable(read: ReadManifest): void {
  const faults = findUnstorable(read.manifest);
  if (faults.length > 0) throw new ManifestError(faults.map(({ path, message }) => ({ line: read.lineOf(path), field: fieldName(path), message })));
}

/** A section that nobody stores must not look as if it had been stored. */
function refuseOrphans(read: ReadManifest, sections: readonly ManifestSection[]): void {
  const ours = ['campaign', 'phases', 'milestones', 'topics', 'designations', 'units', 'sites', ...sections.map(({ key }) => key as string)];
  const orphans = Object.keys(read.manifest).filter((key) => !ours.includes(key));
  if (orphans.length > 0) throw new ManifestError(orphans.map((key) => ({ line: read.lineOf([key]), field: key, message: 'is a section that this import does not store' })));
}

async function store(tx: Tx, read: ReadManifest, { actor, now, sections }: ImportOptions): Promise<ImportedManifest> {
  const { manifest } = read;
  // Imports take turns: two at once could build half a circle of units each.
  await query(tx, sql`select pg_advisory_xact_lock(hashtextextended('campaign.import-manifest', 0))`);
  const foreign = await findForeignTopics(tx, read);
  if (foreign.length > 0) throw new ManifestError(foreign);
  const organisation = await storeOrganisation(tx, read, { actor, now });
  const { id, counts: campaign } = await importCampaign(tx, manifest);
  const counts: Record<string, ImportCount> = { ...campaign, ...organisation };
  for (const section of sections) counts[section.key] = await section.import(tx, manifest, { campaignId: id, actor, now });
  if (Object.values(counts).some(({ created, changed }) => created + changed > 0)) {
    await emit(tx, actor, now, [manifestImported.draft(id, { code: manifest.campaign.code, sections: counts })]);
  }
  return { campaign: manifest.campaign.code, counts };
}

async function storeOrganisation(tx: Tx, read: ReadManifest, by: { actor: string; now: Date }): Promise<OrganisationCounts> {
  try {
    return await importOrganisation(tx, read.manifest, by);
  } catch (fault) {
    if (!(fault instanceof UnitBelowItself)) throw fault;
    const units = read.manifest.units ?? [];
    const paths = fault.codes.map((code) => ['units', units.findIndex((unit) => unit.code === code), 'parent']);
    throw new ManifestError(paths.map((path) => ({ line: read.lineOf(path), field: fieldName(path), message: 'puts the unit below itself, counting units that the hub has already' })));
  }
}
