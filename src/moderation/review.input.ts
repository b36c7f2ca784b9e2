import { Field, ID, InputType, Int } from 'type-graphql';
import { ActionEnum } from './decision.view.js';
import type { DecisionAction } from './standing-states.js';

@InputType({ description: 'Which reviews to claim.' })
export class ClaimReviewsInput {
  @Field(() => String, { description: 'Name of the queue.' })
  queue!: string;

  @Field(() => Int, { description: '1 to 50.' })
  count!: number;
}

@InputType({ description: 'A claim that you hold.' })
export class ClaimInput {
  @Field(() => ID)
  reviewId!: string;

  @Field(() => String)
  claimToken!: string;
}

@InputType({ description: 'Claims to hold for longer.' })
export class RenewClaimsInput {
  @Field(() => [ClaimInput])
  claims!: ClaimInput[];
}

@InputType({ description: 'Claims to give back.' })
export class ReleaseReviewsInput {
  @Field(() => [ClaimInput])
  claims!: ClaimInput[];
}

@InputType({ description: "A stretch of the post's text, in UTF-16 units." })
export class SpanInput {
  @Field(() => Int)
  start!: number;

  @Field(() => Int, { description: 'Where it ends; not part of it.' })
  end!: number;
}

@InputType({ description: 'What you decide about a post.' })
export class DecideReviewInput {
  @Field(() => ID)
  reviewId!: string;

  @Field(() => String, { description: 'The token of your claim.' })
  claimToken!: string;

  @Field(() => ActionEnum)
  action!: DecisionAction;

  @Field(() => String, { nullable: true, description: 'Code of the category of the policy; RETURN and REMOVE need it.' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'The facts in your words; RETURN, REMOVE and ESCALATE need it. The site reads it.' })
  rationale!: string | null;

  @Field(() => [SpanInput], { nullable: true, description: "What in the text it is about; without it, the findings' spans." })
  spans!: SpanInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'With CLEAR: the post is worth promoting.' })
  nominate!: boolean | null;
}

@InputType({ description: 'A decision to take back.' })
export class UndoDecisionInput {
  @Field(() => ID)
  decisionId!: string;

  @Field(() => String, { nullable: true, description: "Why; needed to undo somebody else's decision." })
  rationale!: string | null;
}

@InputType({ description: 'A post that people should look at.' })
export class RequestReviewInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => String, { description: 'Name of the queue.' })
  queue!: string;

  @Field(() => String, { description: 'What the reviewer should look at.' })
  reason!: string;
}
