import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SIGNAL_CHANNEL } from './event.js';

/** A wake-up call: the type of what happened and, for urgent kinds, what it is about. */
export interface Signal {
  readonly type: string;
  readonly subjects: readonly string[];
}

const HEARTBEAT_MS = 1_000;
const HEARTBEAT_TIMEOUT_MS = 2_000;
const RECONNECT_MS = 200;

/**
 * One LISTEN connection a process. It wakes; it guarantees nothing: while `connected` is false, and from the moment
 * that `onGap` is called, a call may have been missed, and whoever relies on them must start afresh.
 */
export class Signals {
  private readonly listeners = new Set<(signal: Signal) => void>();
  private readonly gapListeners = new Set<() => void>();
  private client: pg.Client | undefined;
  private closed = false;
  private live = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly url: string) {}

  /** Whether calls arrive; checked by a heartbeat each second. */
  get connected(): boolean {
    return this.live;
  }

  /** Connects and keeps the connection up until `close`; resolves once the first LISTEN stands. */
  async open(): Promise<void> {
    await this.connect();
    this.running = this.keepUp();
  }

  on(listener: (signal: Signal) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onGap(listener: () => void): void {
    this.gapListeners.add(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.live = false;
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, application_name: 'hub-signals' });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.deliver(payload ?? ''));
    await client.connect();
    await client.query(`listen ${SIGNAL_CHANNEL}`);
    this.client = client;
    this.live = true;
    for (const listener of this.gapListeners) listener();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client || !this.live) return;
    this.live = false;
    for (const listener of this.gapListeners) listener();
  }

  private deliver(payload: string): void {
    const [type = '', ...subjects] = payload.split(' ');
    for (const listener of this.listeners) listener({ type, subjects });
  }

  private async keepUp(): Promise<void> {
    while (!this.closed) {
      if (this.live && this.client !== undefined) await this.beat(this.client);
      else await this.connect().catch(() => undefined);
      await pause(this.live ? HEARTBEAT_MS : RECONNECT_MS, undefined, { ref: false });
    }
  }

  private async beat(client: pg.Client): Promise<void> {
    const answered = client.query('select 1').then(
      () => true,
      () => false,
    );
    const late = pause(HEARTBEAT_TIMEOUT_MS, false, { ref: false });
    if (await Promise.race([answered, late])) return;
    this.lost(client);
    client.end().catch(() => undefined);
  }
}
