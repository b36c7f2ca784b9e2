import { Field, Int, ObjectType } from 'type-graphql';
import type { PolicyCategory, PolicyPack } from './policy/policy-pack.js';

@ObjectType('PolicyCategory', { simpleResolvers: true, description: 'A kind of conduct that the policy is about.' })
export class PolicyCategoryView {
  @Field(() => String, { description: 'Stable code, e.g. `incivility.insult`.' })
  readonly code: string;

  @Field(() => String, { description: 'A text that the category covers.' })
  readonly exampleIn: string;

  @Field(() => String, { description: 'A text that looks alike and is not covered.' })
  readonly exampleOut: string;

  @Field(() => Int, { description: '1 (slight) to 4 (grave), where a rule says nothing else.' })
  readonly severity: number;

  @Field(() => String, { description: 'Queue in which such posts wait for people.' })
  readonly queue: string;

  @Field(() => String, { description: 'What people usually decide: RETURN, REMOVE or ESCALATE.' })
  readonly usualAction: string;

  constructor(readonly category: PolicyCategory) {
    this.code = category.code;
    this.exampleIn = category.examples.in;
    this.exampleOut = category.examples.out;
    this.severity = category.severity;
    this.queue = category.queue;
    this.usualAction = category.usualAction;
  }
}

@ObjectType('PolicyPack', { simpleResolvers: true, description: 'The moderation policy in force: conduct, not opinion.' })
export class PolicyPackView {
  @Field(() => String, { description: 'The edition.' })
  readonly version: string;

  @Field(() => [PolicyCategoryView])
  readonly categories: readonly PolicyCategoryView[];

  constructor(pack: PolicyPack) {
    this.version = pack.version;
    this.categories = pack.categories.map((category) => new PolicyCategoryView(category));
  }
}
