import { CampaignResolver } from './campaign.resolver.js';
import { createImportResolver } from './import-manifest.resolver.js';
import type { ManifestSection } from './manifest-section.js';

export { STRANDS, Strand } from './strand.js';
export { CampaignView } from './campaign.view.js';
export { topicsByCode } from './load-campaigns.js';
export type { Manifest, ManifestFeed } from './manifest/manifest-schema.js';
export type { ImportContext, ManifestSection } from './manifest-section.js';
export { type ImportOptions, type ImportedManifest, importManifest } from './import-manifest.js';
export { ManifestError } from './manifest-error.js';
export { manifestImported } from './events.js';

/**
 * The room's resolvers.
 * @param sections what later rooms store of a manifest
 */
export function createResolvers(sections: readonly ManifestSection[]): (new () => object)[] {
  return [CampaignResolver, createImportResolver(sections)];
}

/** Without sections of later rooms: then a manifest that has such a section is refused, never stored in part. */
export const resolvers = createResolvers([]);
