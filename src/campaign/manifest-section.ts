import type { ImportCount } from '../organisation/index.js';
import type { Tx } from '../platform/index.js';
import type { Manifest } from './manifest/manifest-schema.js';

/** Under what an import runs. */
export interface ImportContext {
  /** uuid of the manifest's campaign */
  readonly campaignId: string;
  /** see `HubEvent.actor` */
  readonly actor: string;
  readonly now: Date;
}

/** A part of the manifest that belongs to a room further down the line; the composition root brings them in. */
export interface ManifestSection {
  /** The manifest's key that it takes care of. */
  readonly key: Exclude<keyof Manifest, 'campaign'>;
  /**
   * Brings its tables to what the manifest says, in the import's one transaction. All that the manifest names is checked
   * and stored already; a second import of the same must change nothing.
   * @throws HubError where what it says cannot be
   */
  import(tx: Tx, manifest: Manifest, context: ImportContext): Promise<ImportCount>;
}
