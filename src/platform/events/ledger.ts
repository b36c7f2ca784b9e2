import { sql } from 'kysely';
import { type Queryable, type Tx, query, queryOne } from '../database/transaction.js';
import type { Consumer } from './consumer.js';
import type { HubEvent } from './event.js';

interface Block {
  number: string;
  from_xid: string;
  from_seq: string;
  to_xid: string;
  to_seq: string;
  events: number;
  hash: Buffer;
}

/** Chains a hash over every batch of events, in commit order, so that `hub verify` sees a changed or missing one. */
export const ledgerConsumer: Consumer = { name: 'ledger', batch: 1_000, handle: appendBlock };

async function appendBlock(tx: Tx, events: readonly HubEvent[]): Promise<void> {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return;
  const previous = await queryOne(tx, sql<Block>`select number::text, hash from ledger_blocks order by ledger_blocks.number desc limit 1`);
  const { events: count, hash } = await hashOf(tx, previous?.hash, first, last);
  await query(
    tx,
    sql`insert into ledger_blocks (number, from_xid, from_seq, to_xid, to_seq, events, hash)
        values (${BigInt(previous?.number ?? 0) + 1n}, ${first.xid}::xid8, ${first.seq}::bigint, ${last.xid}::xid8, ${last.seq}::bigint, ${count}, ${hash})`,
  );
}

type Place = Pick<HubEvent, 'xid' | 'seq'>;

/** SHA-256 over the previous block's hash and the SHA-256 of each event's fields, computed where the events are. */
async function hashOf(on: Queryable, previous: Buffer | undefined, from: Place, to: Place): Promise<{ events: number; hash: Buffer }> {
  const row = await queryOne(
    on,
    sql<{ events: number; hash: Buffer }>`
      select count(*)::int as events,
             sha256(${previous ?? Buffer.alloc(0)}::bytea || coalesce(string_agg(
               sha256(convert_to(concat_ws('|', seq, id, type, subject, actor, payload::text, extract(epoch from at), xid), 'UTF8')),
               ''::bytea order by xid, seq), ''::bytea)) as hash
      from events
      where (xid, seq) >= (${from.xid}::xid8, ${from.seq}::bigint) and (xid, seq) <= (${to.xid}::xid8, ${to.seq}::bigint)`,
  );
  if (row === undefined) throw new Error('An aggregate without a row.');
  return row;
}

/** What a check of the chain found. `brokenAt` is the first block that no longer matches its events. */
export interface LedgerReport {
  readonly blocks: number;
  readonly events: number;
  readonly brokenAt: number | null;
}

/** Hashes the whole log again, block by block, and compares; an event between two blocks counts as tampering too. */
export async function verifyLedger(on: Queryable): Promise<LedgerReport> {
  let previous: Block | undefined;
  let [blocks, events] = [0, 0];
  for (;;) {
    const block: Block | undefined = await queryOne(
      on,
      sql<Block>`select number::text, from_xid::text, from_seq::text, to_xid::text, to_seq::text, events, hash
                 from ledger_blocks where number = ${blocks + 1}`,
    );
    if (block === undefined) break;
    const again = await hashOf(on, previous?.hash, { xid: block.from_xid, seq: block.from_seq }, { xid: block.to_xid, seq: block.to_seq });
    const between = previous === undefined ? 0 : await eventsBetween(on, previous, block);
    blocks += 1;
    if (!again.hash.equals(block.hash) || again.events !== block.events || between > 0) return { blocks, events, brokenAt: blocks };
    events += block.events;
    previous = block;
  }
  const later = await queryOne(on, sql<{ n: number }>`select count(*)::int as n from ledger_blocks where number > ${blocks}`);
  return { blocks, events, brokenAt: later !== undefined && later.n > 0 ? blocks + 1 : null };
}

async function eventsBetween(on: Queryable, before: Block, after: Block): Promise<number> {
  const row = await queryOne(
    on,
    sql<{ n: number }>`select count(*)::int as n from events
      where (xid, seq) > (${before.to_xid}::xid8, ${before.to_seq}::bigint) and (xid, seq) < (${after.from_xid}::xid8, ${after.from_seq}::bigint)`,
  );
  return row?.n ?? 0;
}
