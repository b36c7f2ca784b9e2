import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../platform/index.js';
import { PostView } from './post.view.js';

@InputType({ description: 'A post that its site takes back.' })
export class WithdrawPostInput {
  @Field(() => String, { description: "The site's own id of the post." })
  externalId!: string;

  @Field(() => String, { description: 'Why, in a sentence: at most 1,000 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Code of the site; a site key needs none.' })
  siteCode?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The post that was taken back.' })
export class WithdrawPostPayload extends Payload {
  @Field(() => PostView, { nullable: true })
  post!: PostView | null;
}
