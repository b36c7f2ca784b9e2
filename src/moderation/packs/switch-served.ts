import { sql } from 'kysely';
import { HubError, type Tx, emit, query, queryOne } from '../../platform/index.js';
import { queueNames } from '../current-policy.js';
import type { ActionContext } from '../require-member.js';
import { policyServed } from './events.js';
import { loadPack } from './loaded-packs.js';
import type { PackRow } from './lock-pack.js';

/**
 * Puts a version in the place of the served one, within a transaction that holds the policy's lock. From the commit on
 * every process screens, claims and decides by it.
 * @throws HubError QUEUE_IN_USE where posts wait for people in a queue that the version does not have: nobody could claim them
 */
export async function switchServed(
  tx: Tx,
  { viewer, clock }: Pick<ActionContext, 'viewer' | 'clock'>,
  pack: PackRow,
  why: { readonly rolledBack: boolean; readonly rationale: string },
): Promise<void> {
  const now = clock.now();
  const replaced = await queryOne(tx, sql<{ version: string }>`update policy_packs set state = 'RETIRED', retired_at = ${now} where state = 'SERVED' returning version`);
  // Only now has every screening by the former version committed its reviews.
  await checkQueuesInUse(tx, pack);
  await query(
    tx,
    sql`update policy_packs set state = 'SERVED', served_by = ${viewer.memberId ?? null}, served_at = ${now}, retired_at = null where id = ${pack.id}`,
  );
  await emit(tx, viewer.actor, now, [policyServed.draft(pack.id, { version: pack.version, replaced: replaced?.version ?? null, ...why })]);
}

async function checkQueuesInUse(tx: Tx, { id, version }: PackRow): Promise<void> {
  const known = queueNames((await loadPack(tx, id)).pack).map(({ code }) => code);
  const [lost] = await query(tx, sql<{ queue: string }>`select queue from reviews where state in ('OPEN', 'CLAIMED') and queue <> all(${known}::text[]) limit 1`);
  if (lost !== undefined) throw new HubError('QUEUE_IN_USE', `Posts wait in the queue "${lost.queue}", which version ${version} does not have: decide them first, or keep the queue.`, 'packId');
}
