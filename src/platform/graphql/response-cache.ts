import { LRUCache } from 'lru-cache';
import type { Signals } from '../events/signals.js';

/** An answer kept whole, as it went out. */
export interface KeptAnswer {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Entry extends KeptAnswer {
  readonly dependsOn: ReadonlySet<string>;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_BYTES_OF_KEYS = 4 * 1024 * 1024;

/**
 * Keeps whole answers of public operations, each with the ids it depends on. A signal about an id drops exactly the answers
 * that depend on it; while signals may have been missed nothing is kept or given. An answer whose making began before
 * such a signal came is not kept either: it may have read what was before. An answer is kept from the second asking on: a flood
 * of operations that nobody asks again must cost nothing here, nor push out what many ask.
 */
export class ResponseCache {
  private readonly entries: LRUCache<string, Entry>;
  private readonly asked = new LRUCache<string, true>({ maxSize: MOST_BYTES_OF_KEYS, sizeCalculation: (_asked, key) => key.length * 2 + 1 });
  private readonly dependants = new Map<string, Set<string>>();
  private readonly droppedAt = new Map<string, number>();
  private clearedAt = 0;
  private moment = 1;
  readonly counts = { hits: 0, misses: 0, dropped: 0 };

  constructor(private readonly signals: Pick<Signals, 'connected' | 'on' | 'onGap'>) {
    this.entries = new LRUCache<string, Entry>({
      maxSize: MOST_BYTES,
      sizeCalculation: (entry, key) => entry.body.length * 2 + key.length * 2 + entry.dependsOn.size * 100,
      dispose: (entry, key) => this.forget(entry, key),
    });
    signals.on(({ type, subjects }) => {
      if (type === CLEARING_EVENT) this.clear();
      for (const subject of subjects) this.drop(subject);
    });
    signals.onGap(() => this.clear());
  }

  get(key: string): KeptAnswer | undefined {
    if (!this.signals.connected) return undefined;
    const entry = this.entries.get(key);
    if (entry === undefined) this.counts.misses += 1;
    else this.counts.hits += 1;
    return entry;
  }

  /** The moment to give to `keep`, taken before the answer is made. */
  now(): number {
    return this.moment;
  }

  keep(key: string, answer: KeptAnswer, dependsOn: ReadonlySet<string>, madeSince: number): void {
    if (!this.asked.has(key)) {
      this.asked.set(key, true);
      return;
    }
    if (!this.signals.connected || this.clearedAt > madeSince) return;
    for (const id of dependsOn) if ((this.droppedAt.get(id) ?? 0) > madeSince) return;
    this.entries.set(key, { ...answer, dependsOn });
    for (const id of dependsOn) {
      const keys = this.dependants.get(id);
      if (keys === undefined) this.dependants.set(id, new Set([key]));
      else keys.add(key);
    }
  }

  private drop(id: string): void {
    this.moment += 1;
    this.droppedAt.set(id, this.moment);
    // Only answers in the making ask for this; a few thousand recent drops cover them, and clearing covers the rest.
    if (this.droppedAt.size > 10_000) {
      this.droppedAt.clear();
      this.clearedAt = this.moment;
    }
    for (const key of [...(this.dependants.get(id) ?? [])]) {
      this.counts.dropped += 1;
      this.entries.delete(key);
    }
  }

  private clear(): void {
    this.moment += 1;
    this.clearedAt = this.moment;
    this.entries.clear();
  }

  private forget(entry: Entry, key: string): void {
    for (const id of entry.dependsOn) {
      const keys = this.dependants.get(id);
      keys?.delete(key);
      if (keys?.size === 0) this.dependants.delete(id);
    }
  }
}

/** The event after which nothing kept can be trusted: feeds, units or sites may have been renamed. */
export const CLEARING_EVENT = 'campaign.manifest-imported';
