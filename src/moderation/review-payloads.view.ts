import { Field, ObjectType } from 'type-graphql';
import { PostView } from '../intake/index.js';
import { Payload } from '../platform/index.js';
import { DecisionView } from './decision.view.js';
import { ReviewView } from './review.view.js';

@ObjectType({ simpleResolvers: true, description: 'What you claimed.' })
export class ClaimReviewsPayload extends Payload {
  @Field(() => [ReviewView], { nullable: true, description: 'The reviews, those due first in front; fewer than asked for when fewer wait.' })
  reviews!: ReviewView[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'What you hold for longer.' })
export class RenewClaimsPayload extends Payload {
  @Field(() => [ReviewView], { nullable: true, description: 'The reviews; claims that were not yours any more are among the errors.' })
  reviews!: ReviewView[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'What you gave back.' })
export class ReleaseReviewsPayload extends Payload {
  @Field(() => [ReviewView], { nullable: true, description: 'The reviews; claims that were not yours any more are among the errors.' })
  reviews!: ReviewView[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'What you decided.' })
export class DecideReviewPayload extends Payload {
  @Field(() => ReviewView, { nullable: true })
  review!: ReviewView | null;

  @Field(() => DecisionView, { nullable: true })
  decision!: DecisionView | null;

  @Field(() => PostView, { nullable: true, description: 'The post as it stands now.' })
  post!: PostView | null;
}

@ObjectType({ simpleResolvers: true, description: 'What you took back.' })
export class UndoDecisionPayload extends Payload {
  @Field(() => ReviewView, { nullable: true, description: 'It waits again.' })
  review!: ReviewView | null;

  @Field(() => DecisionView, { nullable: true })
  decision!: DecisionView | null;

  @Field(() => PostView, { nullable: true, description: 'The post as it stands now.' })
  post!: PostView | null;
}

@ObjectType({ simpleResolvers: true, description: 'The review that you asked for.' })
export class RequestReviewPayload extends Payload {
  @Field(() => ReviewView, { nullable: true, description: 'The review that waits now; one that did already, if there was one.' })
  review!: ReviewView | null;
}
