import { sql } from 'kysely';
import { HubError, type Tx, query, queryOne } from '../../platform/index.js';
import { type PackMove, type PackState, nextPackState } from './pack-states.js';

export interface PackRow {
  readonly id: string;
  readonly version: string;
  readonly state: PackState;
  readonly yamlHash: Buffer;
  readonly writtenBy: string | null;
  readonly servedAt: string | null;
}

/** Makes changes of the policy take turns until the transaction ends; screening waits for none of them. */
export async function lockPolicy(tx: Tx): Promise<void> {
  await query(tx, sql`select pg_advisory_xact_lock(hashtextextended('policy-packs', 0))`);
}

/**
 * A version that something shall happen to, under the lock.
 * @returns it, and where it will stand
 * @throws HubError UNKNOWN_ID; BAD_TRANSITION when that must not happen to a version that stands there
 */
export async function lockPack(tx: Tx, packId: string, move: PackMove): Promise<{ pack: PackRow; to: PackState }> {
  await lockPolicy(tx);
  const pack = await queryOne(
    tx,
    sql<PackRow>`select id, version, state, yaml_hash as "yamlHash", written_by as "writtenBy", served_at as "servedAt" from policy_packs where id = ${packId}`,
  );
  if (pack === undefined) throw new HubError('UNKNOWN_ID', 'There is no PolicyPack with this id.', 'packId');
  const to = nextPackState(pack.state, move);
  if (to === undefined) throw new HubError('BAD_TRANSITION', `Version ${pack.version} stands ${pack.state}: this cannot be done to it.`, 'packId');
  return { pack, to };
}
