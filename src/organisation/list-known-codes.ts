import { sql } from 'kysely';
import { type Queryable, queryOne } from '../platform/index.js';

/** Codes that a manifest may name without defining them again. */
export interface OrganisationCodes {
  readonly units: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  readonly designations: ReadonlySet<string>;
}

export async function listKnownCodes(db: Queryable): Promise<OrganisationCodes> {
  const known = await queryOne(
    db,
    sql<{ units: string[]; sites: string[]; designations: string[] }>`
      select array(select code from units) as units, array(select code from sites) as sites, array(select code from designations) as designations`,
  );
  return { units: new Set(known?.units), sites: new Set(known?.sites), designations: new Set(known?.designations) };
}
