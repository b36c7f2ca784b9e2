import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../platform/index.js';

@ObjectType('ReviewQueue', { simpleResolvers: true, description: 'Where posts wait for people.' })
export class ReviewQueueView {
  @Field(() => String, { description: 'Code to claim from.' })
  name!: string;

  @Field(() => Int, { description: 'Reviews that wait to be claimed.' })
  openCount!: number;

  @Field(() => Int, { description: 'Reviews that somebody is at.' })
  claimedCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the review that should come first was or is due.' })
  oldestDueAt!: Date | null;

  @Field(() => Int, { description: 'Reviews past their due date.' })
  overdueCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the queue will be empty at the pace of the last hour; null when nobody decided in it.' })
  predictedClearAt!: Date | null;
}
