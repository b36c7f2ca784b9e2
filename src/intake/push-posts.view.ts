import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import { HubContext, Payload } from '../platform/index.js';
import { postById } from './load-posts.js';
import { PostView } from './post.view.js';
import { PushOutcome, type PushResult, type RowError } from './push-result.js';

registerEnumType(PushOutcome, { name: 'PushOutcome', description: 'What became of a row of a push.' });

@ObjectType('PushError', { simpleResolvers: true, description: 'Why a row was rejected.' })
class PushErrorView implements RowError {
  @Field(() => String, { description: 'Stable code to branch on.' })
  code!: string;

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string;

  @Field(() => String, { description: 'Field of the row, e.g. `media.0.url`.' })
  field!: string;
}

@ObjectType('PushResult', { simpleResolvers: true, description: 'What became of one row of a push.' })
export class PushResultView {
  @Field(() => String)
  readonly externalId: string;

  @Field(() => PushOutcome)
  readonly outcome: PushOutcome;

  @Field(() => PushErrorView, { nullable: true, description: 'Set when the row was rejected.' })
  readonly error: RowError | null;

  private readonly postId: string | null;

  constructor(result: PushResult) {
    this.externalId = result.externalId;
    this.outcome = result.outcome;
    this.error = result.error;
    this.postId = result.postId;
  }

  @Field(() => PostView, { nullable: true, description: 'The post as it is now; null for a rejected row.' })
  async post(@Ctx() context: HubContext): Promise<PostView | null> {
    return this.postId === null ? null : ((await context.load(postById, this.postId)) ?? null);
  }
}

@ObjectType({ simpleResolvers: true, description: 'What became of a batch.' })
export class PushPostsPayload extends Payload {
  @Field(() => [PushResultView], { nullable: true, description: 'One a row, in the order of the request.' })
  results!: PushResultView[] | null;
}
