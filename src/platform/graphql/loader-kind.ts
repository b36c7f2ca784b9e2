import type { Database } from '../database/connection.js';

/** Loads many things by key in one statement; absent keys may be left out of the map. */
export interface LoaderKind<Key, Value> {
  /** What only an import changes: public operations may be answered from what was read before. */
  readonly seldomChanges?: true;
  load(db: Database, keys: readonly Key[]): Promise<Map<Key, Value>>;
}
