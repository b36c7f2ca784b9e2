import DataLoader from 'dataloader';
import type { Clock } from '../clock.js';
import type { HubConfig } from '../config.js';
import type { Database } from '../database/connection.js';
import type { Viewer } from '../auth/roles.js';
import type { KeptValues } from './kept-values.js';
import type { LiveLists } from './live-lists.js';
import type { LoaderKind } from './loader-kind.js';

/** What every resolver gets: who asks, and what to answer from. One a request. */
export class HubContext {
  // Apollo gives each operation a shallow copy of the context: what is learnt there must be seen here.
  private readonly answer: { dependsOn?: Set<string> } = {};
  private readonly loaders = new Map<LoaderKind<never, unknown>, DataLoader<unknown, unknown>>();

  constructor(
    readonly viewer: Viewer,
    readonly db: Database,
    readonly clock: Clock,
    readonly config: HubConfig,
    readonly requestId: string,
    readonly baseUrl: string,
    private readonly kept?: KeptValues,
    /** Where subscriptions watch; only in operations that stream. */
    readonly live?: LiveLists,
  ) {}

  /**
   * Ids that the answer depends on, collected by resolvers of public operations; undefined where the answer
   * must not be kept. A later event about any of them drops the kept answer, on every node.
   */
  get dependsOn(): Set<string> | undefined {
    return this.answer.dependsOn;
  }

  /** Says that the answer may be kept. */
  mayBeKept(): void {
    this.answer.dependsOn = new Set();
  }

  /** What is known already without asking the database, so that nothing need wait for it; only in answers that may be kept. */
  known<Key, Value>(kind: LoaderKind<Key, Value>, key: Key): Value | undefined {
    return this.dependsOn === undefined ? undefined : this.kept?.get(kind, key);
  }

  /** Loads one thing, batched with all others of its kind in this request. */
  load<Key, Value>(kind: LoaderKind<Key, Value>, key: Key): Promise<Value | undefined> {
    const registry = this.loaders as Map<unknown, unknown>;
    let loader = registry.get(kind) as DataLoader<Key, Value | undefined> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<Key, Value | undefined>(async (keys) => {
        const clearings = this.kept?.clearings ?? 0;
        const found = await kind.load(this.db, keys);
        if (kind.seldomChanges) this.kept?.keep(kind, found, clearings);
        return keys.map((wanted) => found.get(wanted));
      });
      registry.set(kind, loader);
    }
    return loader.load(key);
  }
}
