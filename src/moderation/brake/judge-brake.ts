import { sql } from 'kysely';
import { HubError, type Tx, emit, query, queryOne, transaction } from '../../platform/index.js';
import { requireRationale } from '../packs/require-rationale.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { brakeKept, brakeReleased } from './events.js';

interface BrakeInput {
  readonly brakeId: string;
  readonly rationale: string;
}

/**
 * Lets a braked rule hold posts again, from the next batch on. For the policy's `restHours` the brake then leaves it alone.
 * @throws HubError UNKNOWN_ID, BAD_TRANSITION when it was released already, REQUIRED, TOO_LONG
 */
export async function releaseBrake(context: ActionContext, input: BrakeInput): Promise<void> {
  await judge(context, input, async (tx, rule, by) => {
    await query(tx, sql`update rule_brakes set released_by = ${by.memberId}, released_at = ${by.now}, release_rationale = ${by.rationale} where id = ${input.brakeId}`);
    return brakeReleased.draft(input.brakeId, { rule, rationale: by.rationale });
  });
}

/**
 * Says that somebody has seen that a rule is braked, and that it shall stay so until it is mended.
 * @throws HubError as {@link releaseBrake}
 */
export async function keepBrake(context: ActionContext, input: BrakeInput): Promise<void> {
  await judge(context, input, async (tx, rule, by) => {
    await query(tx, sql`update rule_brakes set kept_by = ${by.memberId}, kept_at = ${by.now}, kept_rationale = ${by.rationale} where id = ${input.brakeId}`);
    return brakeKept.draft(input.brakeId, { rule, rationale: by.rationale });
  });
}

type Judgement = (tx: Tx, rule: string, by: { memberId: string; now: Date; rationale: string }) => Promise<ReturnType<typeof brakeKept.draft>>;

async function judge(context: ActionContext, { brakeId, rationale: written }: BrakeInput, change: Judgement): Promise<void> {
  const memberId = requireMember(context);
  const rationale = requireRationale(written);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const brake = await queryOne(tx, sql<{ rule: string; released: boolean }>`select rule, released_at is not null as released from rule_brakes where id = ${brakeId} for update`);
    if (brake === undefined) throw new HubError('UNKNOWN_ID', 'There is no RuleBrake with this id.', 'brakeId');
    if (brake.released) throw new HubError('BAD_TRANSITION', 'This rule was released already.', 'brakeId');
    await emit(tx, context.viewer.actor, now, [await change(tx, brake.rule, { memberId, now, rationale })]);
  });
}
