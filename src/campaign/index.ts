import { CampaignResolver } from './campaign.resolver.js';
import { createImportResolver } from './import-manifest.resolver.js';
import type { ManifestSection } from './manifest-section.js';

export { STRANDS, Strand } from './strand.js';
export { topicsByCode } from './load-campaigns.js';
export type { Manifest } from './manifest/manifest-schema.js';
export type { ImportContext, ManifestSection } from './manifest-section.js';
export { importManifest } from './import-manifest.js';
export { ManifestError } from './manifest-error.js';

/**
 * The room's resolvers.
 * @param sections what later rooms store of a manifest
 */
export function createResolvers(sections: readonly ManifestSection[]): (new () => object)[] {
  return [CampaignResolver, createImportResolver(sections)];
}
