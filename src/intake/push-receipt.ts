import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { HubError, type Queryable, type Tx, type Viewer, isStorable, query, queryOne } from '../platform/index.js';
import type { PushPostsInput } from './post-input.view.js';
import type { PushResult } from './push-result.js';

/** Names a request of a pusher, so that it is answered once and the answer given again. */
export interface Receipt {
  readonly pusher: string;
  readonly key: string;
  /** SHA-256 of the request, in hex. */
  readonly request: string;
  readonly externalIds: readonly string[];
}

/** The external ids stay out: they are in the request, and may hold what cannot be stored. */
type KeptResult = Omit<PushResult, 'externalId'>;

const LONGEST_KEY = 200;

/**
 * The receipt of a request, or undefined when it carries no idempotency key.
 * @throws HubError BAD_IDEMPOTENCY_KEY
 */
export function receiptOf(viewer: Viewer, input: PushPostsInput): Receipt | undefined {
  const key = input.idempotencyKey ?? undefined;
  if (key === undefined) return undefined;
  if (key.trim() === '' || key.length > LONGEST_KEY || !isStorable(key)) {
    throw new HubError('BAD_IDEMPOTENCY_KEY', `An idempotency key has 1 to ${LONGEST_KEY} characters.`, 'idempotencyKey');
  }
  const request = hash('sha256', JSON.stringify([input.siteCode ?? null, input.posts.map(sorted)]), 'hex');
  return { pusher: viewer.actor, key, request, externalIds: input.posts.map((post) => post.externalId) };
}

function sorted(value: object): unknown {
  return Object.entries(value).filter(([, given]) => given !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * The answer that the request got before, if it did.
 * @throws HubError IDEMPOTENCY_KEY_REUSED when the key named another request
 */
export async function findAnswer(on: Queryable, receipt: Receipt): Promise<PushResult[] | undefined> {
  const kept = await queryOne(
    on,
    sql<{ request: string; results: KeptResult[] }>`select encode(request, 'hex') as request, results from push_receipts
                                                    where pusher = ${receipt.pusher} and key = ${receipt.key}`,
  );
  if (kept === undefined) return undefined;
  if (kept.request !== receipt.request) throw new HubError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key has named another request; use a new one.', 'idempotencyKey');
  return kept.results.map((result, position) => ({ externalId: receipt.externalIds[position] ?? '', ...result }));
}

/**
 * Takes the request for this transaction. Waits for another that holds it; if that one has answered, gives its answer.
 * Throws as {@link findAnswer}.
 */
export async function takeRequest(tx: Tx, receipt: Receipt, now: Date): Promise<PushResult[] | undefined> {
  const taken = await query(
    tx,
    sql`insert into push_receipts (pusher, key, request, results, created_at)
        values (${receipt.pusher}, ${receipt.key}, decode(${receipt.request}, 'hex'), '[]', ${now})
        on conflict do nothing returning key`,
  );
  return taken.length === 1 ? undefined : findAnswer(tx, receipt);
}

export async function keepAnswer(tx: Tx, receipt: Receipt, results: readonly PushResult[]): Promise<void> {
  const kept: KeptResult[] = results.map(({ outcome, postId, error }) => ({ outcome, postId, error }));
  await query(tx, sql`update push_receipts set results = ${JSON.stringify(kept)}::jsonb where pusher = ${receipt.pusher} and key = ${receipt.key}`);
}
