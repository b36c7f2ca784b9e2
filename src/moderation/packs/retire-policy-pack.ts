import { sql } from 'kysely';
import { emit, query, transaction } from '../../platform/index.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { policyRetired } from './events.js';
import { lockPack } from './lock-pack.js';
import { requireRationale } from './require-rationale.js';

/**
 * Gives up a draft or the shadow; its text stays. The served version is retired by serving another.
 * @throws HubError UNKNOWN_ID, BAD_TRANSITION, REQUIRED, TOO_LONG
 */
export async function retirePolicyPack(context: ActionContext, input: { readonly packId: string; readonly rationale: string }): Promise<void> {
  requireMember(context);
  const rationale = requireRationale(input.rationale);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const { pack, to } = await lockPack(tx, input.packId, 'RETIRE');
    await query(tx, sql`update policy_packs set state = ${to}, retired_at = ${now} where id = ${pack.id}`);
    await emit(tx, context.viewer.actor, now, [policyRetired.draft(pack.id, { version: pack.version, rationale })]);
  });
}
