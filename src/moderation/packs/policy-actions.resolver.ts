import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { HubContext, idOf } from '../../platform/index.js';
import { PolicyPackView } from '../policy.view.js';
import { ChangePolicyInput, ChangePolicyPayload, PolicyPackInput, SavePolicyDraftInput, SavePolicyDraftPayload } from './policy-actions.view.js';
import { readPolicyPacks } from './policy-pack-row.js';
import { retirePolicyPack } from './retire-policy-pack.js';
import { rollBackPolicy } from './roll-back-policy.js';
import { BrokenPack, savePolicyDraft } from './save-policy-draft.js';
import { servePolicyPack } from './serve-policy-pack.js';
import { startShadow, stopShadow } from './shadow-policy-pack.js';

@Resolver()
export class PolicyActionsResolver {
  @Mutation(() => SavePolicyDraftPayload, { description: 'Keeps a text as a draft of the policy. Anything wrong in it is named by line and field, all of it at once.' })
  async savePolicyDraft(@Arg('input', () => SavePolicyDraftInput) input: SavePolicyDraftInput, @Ctx() context: HubContext): Promise<SavePolicyDraftPayload> {
    try {
      return Object.assign(new SavePolicyDraftPayload(), { policyPack: await find(context, await savePolicyDraft(context, input)) });
    } catch (fault) {
      if (fault instanceof BrokenPack) return refusal(fault);
      throw fault;
    }
  }

  @Mutation(() => ChangePolicyPayload, { description: 'Lets a draft run beside the served version on what comes in from now on, without effect. One at a time.' })
  startShadow(@Arg('input', () => PolicyPackInput) input: PolicyPackInput, @Ctx() context: HubContext): Promise<ChangePolicyPayload> {
    return change(context, input, (packId) => startShadow(context, packId));
  }

  @Mutation(() => ChangePolicyPayload, { description: 'Ends a shadow run; the version is a draft again.' })
  stopShadow(@Arg('input', () => PolicyPackInput) input: PolicyPackInput, @Ctx() context: HubContext): Promise<ChangePolicyPayload> {
    return change(context, input, (packId) => stopShadow(context, packId));
  }

  @Mutation(() => ChangePolicyPayload, { description: 'Puts a draft in force, everywhere at once. Needs a finished backtest of it, and somebody else than its author.' })
  servePolicyPack(@Arg('input', () => ChangePolicyInput) input: ChangePolicyInput, @Ctx() context: HubContext): Promise<ChangePolicyPayload> {
    return change(context, input, (packId) => servePolicyPack(context, { ...input, packId }));
  }

  @Mutation(() => ChangePolicyPayload, { description: 'Puts a version in force again that was so before, everywhere at once.' })
  rollBackPolicy(@Arg('input', () => ChangePolicyInput) input: ChangePolicyInput, @Ctx() context: HubContext): Promise<ChangePolicyPayload> {
    return change(context, input, (packId) => rollBackPolicy(context, { ...input, packId }));
  }

  @Mutation(() => ChangePolicyPayload, { description: 'Gives up a draft; its text stays.' })
  retirePolicyPack(@Arg('input', () => ChangePolicyInput) input: ChangePolicyInput, @Ctx() context: HubContext): Promise<ChangePolicyPayload> {
    return change(context, input, (packId) => retirePolicyPack(context, { ...input, packId }));
  }
}

async function change(context: HubContext, input: PolicyPackInput, action: (packId: string) => Promise<void>): Promise<ChangePolicyPayload> {
  const packId = idOf('PolicyPack', input.packId, 'packId');
  await action(packId);
  return Object.assign(new ChangePolicyPayload(), { policyPack: await find(context, packId) });
}

async function find({ db }: HubContext, packId: string): Promise<PolicyPackView | undefined> {
  const [row] = await readPolicyPacks(db, sql`where p.id = ${packId}`);
  return row === undefined ? undefined : new PolicyPackView(row);
}

function refusal({ code, problems }: BrokenPack): SavePolicyDraftPayload {
  const userErrors = problems.map(({ line, field, message }) => ({ code, message: `Line ${line}: ${field} ${message}.`, field: field === '' ? 'yaml' : `yaml.${field}`, line }));
  return Object.assign(new SavePolicyDraftPayload(), { userErrors });
}
