import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/connection.js';
import { type Tx, query, queryOne, transaction } from '../database/transaction.js';
import type { HubEvent } from './event.js';
import type { Signals } from './signals.js';

/**
 * A reader of the event log with a cursor. Its handler runs in the transaction that moves the cursor, so what it
 * writes there happens exactly once; what it does elsewhere (a job enqueued) happens at least once.
 */
export interface Consumer {
  readonly name: string;
  /** Types that the handler wants; others only move the cursor. Undefined: all. */
  readonly types?: readonly string[];
  /** Most events a transaction. */
  readonly batch: number;
  handle(tx: Tx, events: readonly HubEvent[]): Promise<void>;
}

/**
 * Lets a consumer read on from its cursor: one batch in one transaction.
 *
 * Events are read in the order (xid, seq) and only below the oldest transaction still open: `seq` is drawn before commit, so
 * reading by it alone would step over a fact that commits late. One process at a time reads for a name (advisory lock);
 * the lock is asked for without taking a transaction id, so that idle consumers hold nobody back.
 * @returns how many events were passed, or undefined when another process reads for this name now
 */
export async function consumeBatch(db: Database, consumer: Consumer): Promise<number | undefined> {
  return transaction(db, async (tx) => {
    const lock = await queryOne(tx, sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${consumer.name}, 0)) as free`);
    if (lock?.free !== true) return undefined;
    const events = await query(
      tx,
      sql<HubEvent>`
        select e.seq::text, e.xid::text, e.type, e.subject, e.actor, e.payload, e.at
        from events e
        where (e.xid, e.seq) > (coalesce((select xid from consumers where name = ${consumer.name}), '0'::xid8),
                                coalesce((select seq from consumers where name = ${consumer.name}), 0))
          and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        order by e.xid, e.seq
        limit ${consumer.batch}`,
    );
    const last = events.at(-1);
    if (last === undefined) return 0;
    const wanted = consumer.types === undefined ? events : events.filter((event) => consumer.types?.includes(event.type));
    if (wanted.length > 0) await consumer.handle(tx, wanted);
    await query(
      tx,
      sql`insert into consumers (name, xid, seq) values (${consumer.name}, ${last.xid}::xid8, ${last.seq}::bigint)
          on conflict (name) do update set xid = excluded.xid, seq = excluded.seq, updated_at = now()`,
    );
    return events.length;
  });
}

/** How long a consumer sleeps when no call wakes it: calls wake, polling guarantees. */
const POLL_MS = 500;
const AFTER_FAILURE_MS = 1_000;

/** Runs consumers until stopped; each has a loop of its own, so that a slow one holds no other up. */
export class ConsumerRunner {
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];
  private wakeUps: (() => void)[] = [];

  constructor(
    private readonly db: Database,
    private readonly signals: Signals,
    private readonly report: (consumer: string, fault: unknown) => void,
  ) {}

  start(consumers: readonly Consumer[]): void {
    this.signals.on(() => this.wakeAll());
    this.loops = consumers.map((consumer) => this.loop(consumer));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeAll();
    await Promise.all(this.loops);
  }

  private wakeAll(): void {
    const sleeping = this.wakeUps;
    this.wakeUps = [];
    for (const wake of sleeping) wake();
  }

  private async loop(consumer: Consumer): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const passed = await consumeBatch(this.db, consumer);
        if (passed === undefined || passed === 0) await this.sleep(POLL_MS);
      } catch (fault) {
        this.report(consumer.name, fault);
        await this.sleep(AFTER_FAILURE_MS);
      }
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const waking = new AbortController();
    const woken = new Promise<void>((resolve) => this.wakeUps.push(resolve));
    await Promise.race([woken, pause(milliseconds, undefined, { signal: waking.signal }).catch(() => undefined)]);
    waking.abort();
  }
}
