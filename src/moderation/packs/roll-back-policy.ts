import { HubError, transaction } from '../../platform/index.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { lockPack } from './lock-pack.js';
import { requireRationale } from './require-rationale.js';
import { switchServed } from './switch-served.js';

/**
 * Serves a version again that was in force before, at once: it has proved itself, so one person is enough.
 * @throws HubError UNKNOWN_ID, BAD_TRANSITION, NEVER_SERVED, QUEUE_IN_USE, REQUIRED, TOO_LONG
 */
export async function rollBackPolicy(context: ActionContext, input: { readonly packId: string; readonly rationale: string }): Promise<void> {
  requireMember(context);
  const rationale = requireRationale(input.rationale);
  await transaction(context.db, async (tx) => {
    const { pack } = await lockPack(tx, input.packId, 'ROLL_BACK');
    if (pack.servedAt === null) throw new HubError('NEVER_SERVED', `Version ${pack.version} was never in force: write it as a draft and have it backtested.`, 'packId');
    await switchServed(tx, context, pack, { rolledBack: true, rationale });
  });
}
