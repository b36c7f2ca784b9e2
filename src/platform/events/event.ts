import { sql } from 'kysely';
import type { z } from 'zod';
import { newId } from '../ids.js';
import { type Tx, query } from '../database/transaction.js';

/** A fact as the log holds it. */
export interface HubEvent {
  readonly seq: string;
  readonly xid: string;
  readonly type: string;
  /** uuid of what the fact is about */
  readonly subject: string;
  /** `member:<uuid>`, `site:<uuid>` or `system:<part>` */
  readonly actor: string;
  readonly payload: unknown;
  /** timestamptz as the server writes it */
  readonly at: string;
}

/** A fact about to be written. */
export interface EventDraft {
  readonly type: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly urgent: boolean;
}

/** A kind of fact: its name, the shape of its payload, and how to write and read it. */
export interface EventKind<Payload> {
  readonly type: string;
  draft(subject: string, payload: Payload): EventDraft;
  /** The payload if the event is of this kind, else undefined. */
  read(event: HubEvent): Payload | undefined;
}

/**
 * Declares a kind of fact.
 * @param type `room.what-happened`
 * @param schema shape of the payload
 * @param options `urgent`: caches must hear at once which subjects it is about, so they travel with the wake-up call
 */
export function defineEvent<Payload>(type: string, schema: z.ZodType<Payload>, options: { urgent?: boolean } = {}): EventKind<Payload> {
  return {
    type,
    draft: (subject, payload) => ({ type, subject, payload, urgent: options.urgent === true }),
    read: (event) => (event.type === type ? schema.parse(event.payload) : undefined),
  };
}

/** Channel of the wake-up calls; delivered by PostgreSQL only if the transaction commits. */
export const SIGNAL_CHANNEL = 'hub_events';

/** PostgreSQL takes at most 8,000 bytes a call; a uuid and a blank are 37. */
const SUBJECTS_A_SIGNAL = 200;

/**
 * Writes facts in the transaction of the change that they tell of, and wakes whoever listens once it commits.
 * @param actor see {@link HubEvent.actor}
 * @param at when it happened, by the hub's clock
 */
export async function emit(tx: Tx, actor: string, at: Date, drafts: readonly EventDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => ({ id: newId(), type: draft.type, subject: draft.subject, payload: draft.payload }));
  await query(
    tx,
    sql`with written as (
          insert into events (id, type, subject, actor, payload, at)
          select id, type, subject, ${actor}, payload, ${at}
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, type text, subject uuid, payload jsonb)
        )
        select pg_notify(${SIGNAL_CHANNEL}, signal) from unnest(${signalsOf(drafts)}::text[]) as signal`,
  );
}

function signalsOf(drafts: readonly EventDraft[]): string[] {
  const urgent = new Map<string, string[]>();
  const plain = new Set<string>();
  for (const draft of drafts) {
    if (draft.urgent) urgent.set(draft.type, [...(urgent.get(draft.type) ?? []), draft.subject]);
    else plain.add(draft.type);
  }
  const signals = [...plain];
  for (const [type, subjects] of urgent) {
    for (let start = 0; start < subjects.length; start += SUBJECTS_A_SIGNAL) {
      signals.push([type, ...subjects.slice(start, start + SUBJECTS_A_SIGNAL)].join(' '));
    }
  }
  return signals;
}
