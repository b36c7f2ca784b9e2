import { SiteResolver } from './site.resolver.js';
import { UnitResolver } from './unit.resolver.js';
import { MemberViewerResolver, SiteViewerResolver } from './viewer.resolver.js';

export { type UnitRow, UnitConnection, UnitKind, UnitView } from './unit.view.js';
export { unitByCode, unitById, unitColumns, unitsByCode } from './load-units.js';
export { type SiteRow, SiteView } from './site.view.js';
export { type SiteKey, siteById, siteColumns, sitesByCode } from './load-sites.js';
export { isCode } from './is-code.js';
export { findGroupsByCode } from './find-groups.js';
export { authenticateKey, authenticateSession } from './authenticate.js';
export { closeSession, createSignInLink, openSession, redeemSignInLink } from './sessions.js';
export { createMemberKey, createSiteKey } from './create-keys.js';
export { type NewMember, createMember } from './create-member.js';
export { type ImportCount, type WrittenRow, countImport } from './import-count.js';
export { type OrganisationCounts, type OrganisationManifest, importOrganisation } from './import-organisation.js';
export { UnitBelowItself } from './unit-below-itself.js';
export { listKnownCodes } from './list-known-codes.js';
export { unitMoved } from './events.js';

export const resolvers = [UnitResolver, SiteResolver, SiteViewerResolver, MemberViewerResolver];

