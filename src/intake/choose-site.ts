import { sql } from 'kysely';
import { type Database, HubError, type Viewer, query } from '../platform/index.js';

/** A site as pushing needs it. */
export interface PushSite {
  readonly id: string;
  readonly code: string;
  /** The unit that its posts are counted for when they name none. */
  readonly unitId: string | null;
}

/** Which sites the viewer may push for. */
export interface SiteChoice {
  /** The viewer's own site, taken where none is named. */
  readonly own: PushSite | undefined;
  /** Sites that were named, by code; of these an aggregator may choose any. */
  readonly named: ReadonlyMap<string, PushSite>;
  readonly anySite: boolean;
}

/** Reads the sites that a request names, and the viewer's own. */
export async function readSites(db: Database, viewer: Viewer, codes: readonly string[]): Promise<SiteChoice> {
  const sites = await query(
    db,
    sql<PushSite>`select id, code, unit_id as "unitId" from sites where code = any(${codes}::text[]) or id = ${viewer.siteId ?? null}::uuid`,
  );
  return {
    own: sites.find((site) => site.id === viewer.siteId),
    named: new Map(sites.map((site) => [site.code, site])),
    anySite: viewer.roles.includes('AGGREGATOR'),
  };
}

/**
 * The site that a row is for.
 * @param code the code that the row or its batch names, if any
 * @throws HubError REQUIRED, FOREIGN_SITE or UNKNOWN_SITE at field siteCode
 */
export function chooseSite(choice: SiteChoice, code: string | null): PushSite {
  if (code === null) {
    if (choice.own !== undefined) return choice.own;
    throw new HubError('REQUIRED', 'Name the site that this is for: siteCode.', 'siteCode');
  }
  if (!choice.anySite && code !== choice.own?.code) throw new HubError('FOREIGN_SITE', 'Your key may not act for this site.', 'siteCode');
  const site = choice.named.get(code);
  if (site === undefined) throw new HubError('UNKNOWN_SITE', 'There is no site with this code.', 'siteCode');
  return site;
}
