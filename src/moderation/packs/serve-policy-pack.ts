import { sql } from 'kysely';
import { HubError, queryOne, transaction } from '../../platform/index.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { lockPack } from './lock-pack.js';
import { requireRationale } from './require-rationale.js';
import { switchServed } from './switch-served.js';

/**
 * Serves a draft or the shadow: from the commit on it is in force in every process, and the former version is RETIRED.
 * Somebody else than its author does it, and only after a backtest of exactly this text has run to its end.
 * @throws HubError UNKNOWN_ID, BAD_TRANSITION, SECOND_PERSON_NEEDED, BACKTEST_NEEDED, QUEUE_IN_USE, REQUIRED, TOO_LONG
 */
export async function servePolicyPack(context: ActionContext, input: { readonly packId: string; readonly rationale: string }): Promise<void> {
  const memberId = requireMember(context);
  const rationale = requireRationale(input.rationale);
  await transaction(context.db, async (tx) => {
    const { pack } = await lockPack(tx, input.packId, 'SERVE');
    if (pack.writtenBy === memberId) throw new HubError('SECOND_PERSON_NEEDED', 'You wrote this version: another lead must serve it.', 'packId');
    const tested = await queryOne(tx, sql`select from backtests where yaml_hash = ${pack.yamlHash} and state = 'DONE' limit 1`);
    if (tested === undefined) throw new HubError('BACKTEST_NEEDED', `No backtest of version ${pack.version} has finished yet: start one with startBacktest.`, 'packId');
    await switchServed(tx, context, pack, { rolledBack: false, rationale });
  });
}
