import { sql } from 'kysely';
import { HubError, emit, query, queryOne, transaction } from '../../platform/index.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { policyShadowStarted, policyShadowStopped } from './events.js';
import { lockPack } from './lock-pack.js';

/**
 * Lets a draft run beside the served version on all that comes in from now on. Nothing follows from what it finds.
 * @throws HubError UNKNOWN_ID, BAD_TRANSITION; SHADOW_TAKEN while another runs: there is one at a time
 */
export async function startShadow(context: ActionContext, packId: string): Promise<void> {
  requireMember(context);
  await transaction(context.db, async (tx) => {
    const { pack, to } = await lockPack(tx, packId, 'START_SHADOW');
    const other = await queryOne(tx, sql<{ version: string }>`select version from policy_packs where state = 'SHADOW'`);
    if (other !== undefined) throw new HubError('SHADOW_TAKEN', `Version ${other.version} runs in the shadow: stop it first.`, 'packId');
    await query(tx, sql`update policy_packs set state = ${to} where id = ${pack.id}`);
    await emit(tx, context.viewer.actor, context.clock.now(), [policyShadowStarted.draft(pack.id, { version: pack.version })]);
  });
}

/**
 * Ends a shadow run; the version is a draft again, and its figures stay.
 * @throws HubError UNKNOWN_ID, BAD_TRANSITION
 */
export async function stopShadow(context: ActionContext, packId: string): Promise<void> {
  requireMember(context);
  await transaction(context.db, async (tx) => {
    const { pack, to } = await lockPack(tx, packId, 'STOP_SHADOW');
    await query(tx, sql`update policy_packs set state = ${to} where id = ${pack.id}`);
    await emit(tx, context.viewer.actor, context.clock.now(), [policyShadowStopped.draft(pack.id, { version: pack.version })]);
  });
}
