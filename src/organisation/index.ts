import { SiteResolver } from './site.resolver.js';
import { UnitResolver } from './unit.resolver.js';
import { MemberViewerResolver, SiteViewerResolver } from './viewer.resolver.js';

export { type UnitRow, UnitView } from './unit.view.js';
export { unitByCode, unitById, unitColumns, unitsByCode } from './load-units.js';
export { SiteView } from './site.view.js';
export { siteById, sitesByCode } from './load-sites.js';
export { isCode } from './is-code.js';
export { authenticateKey, authenticateSession } from './authenticate.js';
export { closeSession, createSignInLink, openSession, redeemSignInLink } from './sessions.js';
export { createMemberKey, createSiteKey } from './create-keys.js';
export { createMember } from './create-member.js';
export { type ImportCount, type WrittenRow, countImport } from './import-count.js';
export { type OrganisationCounts, type OrganisationManifest, importOrganisation } from './import-organisation.js';
export { UnitBelowItself } from './unit-below-itself.js';
export { listKnownCodes } from './list-known-codes.js';
export { unitMoved } from './events.js';

export const resolvers = [UnitResolver, SiteResolver, SiteViewerResolver, MemberViewerResolver];

