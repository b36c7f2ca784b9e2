import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { HubContext } from '../platform/index.js';
import { postById } from './load-posts.js';
import { PushPostsInput } from './post-input.view.js';
import { pushPosts } from './push-posts.js';
import { PushPostsPayload, PushResultView } from './push-posts.view.js';
import { withdrawPost } from './withdraw-post.js';
import { WithdrawPostInput, WithdrawPostPayload } from './withdraw-post.view.js';

@Resolver()
export class IntakeResolver {
  @Mutation(() => PushPostsPayload, { description: 'Takes in 1 to 500 posts. Each row stands for itself: one that is not right is rejected with a code, the others are stored. Safe to repeat.' })
  async pushPosts(@Ctx() context: HubContext, @Arg('input', () => PushPostsInput) input: PushPostsInput): Promise<PushPostsPayload> {
    const results = await pushPosts(context.db, context.viewer, context.clock.now(), input);
    return Object.assign(new PushPostsPayload(), { results: results.map((result) => new PushResultView(result)) });
  }

  @Mutation(() => WithdrawPostPayload, { description: 'Takes a post back. It vanishes from every feed and carrier, and pushing it again does not bring it back.' })
  async withdrawPost(@Ctx() context: HubContext, @Arg('input', () => WithdrawPostInput) input: WithdrawPostInput): Promise<WithdrawPostPayload> {
    const postId = await withdrawPost(context.db, context.viewer, context.clock.now(), input);
    return Object.assign(new WithdrawPostPayload(), { post: (await context.load(postById, postId)) ?? null });
  }
}
