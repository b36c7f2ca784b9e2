import { LRUCache } from 'lru-cache';
import type { Signals } from '../events/signals.js';
import type { LoaderKind } from './loader-kind.js';
import { CLEARING_EVENT } from './response-cache.js';

const MOST_A_KIND = 10_000;

type Values = LRUCache<string, object>;

/**
 * Keeps in the process what seldom changes and every page names: units, sites. It follows the same rules as the kept
 * answers, and only public operations, which may be answered from those, are answered from this: after an import, or when
 * calls may have been missed, all of it goes; a value whose reading began before that is not kept.
 */
export class KeptValues {
  private readonly kinds = new Map<unknown, Values>();
  /** Grows with each clearing: give the one from before the reading to `keep`. */
  clearings = 0;

  constructor(private readonly signals: Pick<Signals, 'connected' | 'on' | 'onGap'>) {
    signals.on(({ type }) => {
      if (type === CLEARING_EVENT) this.clear();
    });
    signals.onGap(() => this.clear());
  }

  get<Key, Value>(kind: LoaderKind<Key, Value>, key: Key): Value | undefined {
    if (!this.signals.connected) return undefined;
    return this.kinds.get(kind)?.get(key as string) as Value | undefined;
  }

  keep<Key, Value>(kind: LoaderKind<Key, Value>, values: ReadonlyMap<Key, Value>, clearings: number): void {
    if (!this.signals.connected || this.clearings !== clearings) return;
    let kept = this.kinds.get(kind);
    if (kept === undefined) this.kinds.set(kind, (kept = new LRUCache({ max: MOST_A_KIND })));
    for (const [key, value] of values) kept.set(key as string, value as object);
  }

  private clear(): void {
    this.clearings += 1;
    this.kinds.clear();
  }
}
