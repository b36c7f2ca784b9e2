import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/index.js';
import { PolicyPackView } from '../policy.view.js';

@InputType({ description: 'A version of the policy, as you wrote it.' })
export class SavePolicyDraftInput {
  @Field(() => String, { description: 'The whole pack, in YAML, with a `version` of its own.' })
  yaml!: string;

  @Field(() => String, { description: 'Why; the log keeps it.' })
  rationale!: string;
}

@InputType({ description: 'A version of the policy.' })
export class PolicyPackInput {
  @Field(() => ID)
  packId!: string;
}

@InputType({ description: 'A version of the policy, and why something shall happen to it.' })
export class ChangePolicyInput {
  @Field(() => ID)
  packId!: string;

  @Field(() => String, { description: 'Why; the log keeps it.' })
  rationale!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The draft, or every error in its text with its line.' })
export class SavePolicyDraftPayload extends Payload {
  @Field(() => PolicyPackView, { nullable: true, description: 'The draft that was kept.' })
  policyPack?: PolicyPackView | undefined;
}

@ObjectType({ simpleResolvers: true, description: 'The version that something happened to.' })
export class ChangePolicyPayload extends Payload {
  @Field(() => PolicyPackView, { nullable: true, description: 'The version as it stands now.' })
  policyPack?: PolicyPackView | undefined;
}
