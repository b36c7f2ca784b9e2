import { setTimeout as pause } from 'node:timers/promises';
import type { Signal, Signals } from '../events/signals.js';

/** A list that people watch. */
export interface LiveList<Item> {
  /** One name, one list: all who watch it share one reading. */
  readonly name: string;
  readonly read: () => Promise<readonly Item[]>;
  readonly keyOf: (item: Item) => string;
  /** What makes an item another than before; what is left out of it may change unsaid. */
  readonly stampOf: (item: Item) => string;
  /** Whether a call means that the list may have changed. */
  readonly isWokenBy: (signal: Signal) => boolean;
}

/** Calls come in bursts; a burst is read once. */
const GATHER_MS = 150;
/** Calls may be missed, and time passes without one: the list is read again at least so often. */
const AT_LEAST_EVERY_MS = 2_000;

/**
 * Lets many watch one list for the price of one reader a process: it is read while somebody watches, after a call or after
 * two seconds, and each watcher gets what changed. A slow watcher gets the newest of an item, not all that it was.
 */
export class LiveLists {
  private readonly readers = new Map<string, ListReader<unknown>>();

  constructor(private readonly signals: Pick<Signals, 'on'>) {}

  /** Every item as it is now, then each that changes. Ends when the watcher returns. */
  watch<Item>(list: LiveList<Item>): AsyncIterableIterator<Item> {
    let reader = this.readers.get(list.name) as ListReader<Item> | undefined;
    if (reader === undefined) {
      reader = new ListReader(list, this.signals, () => this.readers.delete(list.name));
      this.readers.set(list.name, reader as ListReader<unknown>);
    }
    return reader.join();
  }
}

class ListReader<Item> {
  private readonly watchers = new Set<Watcher<Item>>();
  private readonly known = new Map<string, { stamp: string; item: Item }>();
  private woken = new AbortController();
  private running = false;

  constructor(
    private readonly list: LiveList<Item>,
    private readonly signals: Pick<Signals, 'on'>,
    private readonly done: () => void,
  ) {}

  join(): AsyncIterableIterator<Item> {
    const watcher = new Watcher<Item>(this.list.keyOf, () => this.watchers.delete(watcher));
    this.watchers.add(watcher);
    for (const { item } of this.known.values()) watcher.put(item);
    if (!this.running) void this.run();
    this.woken.abort();
    return watcher;
  }

  private async run(): Promise<void> {
    this.running = true;
    const off = this.signals.on((signal) => {
      if (this.list.isWokenBy(signal)) this.woken.abort();
    });
    try {
      while (this.watchers.size > 0) {
        this.woken = new AbortController();
        this.tell(await this.list.read());
        await pause(AT_LEAST_EVERY_MS, undefined, { signal: this.woken.signal, ref: false }).catch(() => pause(GATHER_MS));
      }
    } catch (fault) {
      for (const watcher of this.watchers) watcher.fail(fault);
    } finally {
      off();
      this.running = false;
      this.done();
    }
  }

  private tell(items: readonly Item[]): void {
    for (const item of items) {
      const key = this.list.keyOf(item);
      const stamp = this.list.stampOf(item);
      if (this.known.get(key)?.stamp === stamp) continue;
      this.known.set(key, { stamp, item });
      for (const watcher of this.watchers) watcher.put(item);
    }
  }
}

/** The items that one watcher has still to be given. Made by hand: a generator that waits cannot be ended. */
class Watcher<Item> implements AsyncIterableIterator<Item> {
  private readonly waiting = new Map<string, Item>();
  private wake: (() => void) | undefined;
  private ended = false;
  private fault: Error | undefined;

  constructor(
    private readonly keyOf: (item: Item) => string,
    private readonly leave: () => void,
  ) {}

  put(item: Item): void {
    this.waiting.set(this.keyOf(item), item);
    this.wake?.();
  }

  fail(fault: unknown): void {
    this.fault = fault instanceof Error ? fault : new Error(String(fault));
    this.wake?.();
  }

  async next(): Promise<IteratorResult<Item>> {
    while (!this.ended && this.fault === undefined && this.waiting.size === 0) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.fault !== undefined) {
      await this.return();
      throw this.fault;
    }
    for (const [key, item] of this.waiting) {
      if (this.ended) break;
      this.waiting.delete(key);
      return { done: false, value: item };
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<Item>> {
    this.ended = true;
    this.leave();
    this.wake?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
