import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { PostView, revisionKey } from '../intake/index.js';
import { type Connection, HubContext, HubError, pageSize, toConnection } from '../platform/index.js';
import { checkQueue } from './current-policy.js';
import { DecisionView } from './decision.view.js';
import { FindingView } from './finding.view.js';
import { decisionsByReview } from './load-decisions.js';
import { findingsByRevision } from './load-findings.js';
import { postByRevision } from './load-posts.js';
import { readReviewQueues } from './read-review-queues.js';
import { listReviews, reviewKeys } from './read-reviews.js';
import { ReviewQueueView } from './review-queue.view.js';
import { watchReviewQueues } from './watch-review-queues.js';
import { ClaimView, ReviewConnection, ReviewState, ReviewView } from './review.view.js';

@Resolver(() => ReviewView)
export class ReviewResolver {
  @Query(() => [ReviewQueueView], { description: 'The queues in which posts wait for people, also the empty ones.' })
  reviewQueues(@Ctx() { db, clock }: HubContext): Promise<ReviewQueueView[]> {
    return readReviewQueues(db, clock.now());
  }

  @Subscription(() => ReviewQueueView, {
    subscribe: ({ context, args }) => watchReviewQueues(context as HubContext, (args as { queue?: string | null }).queue ?? null),
    description: 'Every queue as it is now, then each as it changes. By server-sent events, at /graphql/stream.',
  })
  reviewQueueChanged(@Arg('queue', () => String, { nullable: true, description: 'Only this one.' }) _only: string | null, @Root() queue: ReviewQueueView): ReviewQueueView {
    return queue;
  }

  @Query(() => ReviewConnection, { description: 'Reviews: what waits as it is due; what is DECIDED or CLOSED, the newest first. Without a state, all that wait.' })
  async reviews(
    @Ctx() { db, clock }: HubContext,
    @Arg('queue', () => String, { nullable: true }) queue: string | null,
    @Arg('state', () => ReviewState, { nullable: true }) state: ReviewState | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<ReviewView>> {
    const size = pageSize(first);
    const filter = { queue: typeof queue === 'string' ? await checkQueue(db, queue, 'queue') : null, state: state ?? null };
    const rows = await listReviews(db, filter, clock.now(), size + 1, after ?? null);
    return toConnection(rows, size, reviewKeys, (row) => new ReviewView(row));
  }

  @FieldResolver(() => ReviewState)
  state(@Root() review: ReviewView, @Ctx() { clock }: HubContext): ReviewState {
    return review.stateAt(clock.now());
  }

  @FieldResolver(() => ClaimView, { nullable: true, description: 'Your claim, while you hold it.' })
  claim(@Root() review: ReviewView, @Ctx() { clock, viewer }: HubContext): ClaimView | null {
    const claim = review.claimAt(clock.now());
    return claim?.memberId === viewer.memberId ? claim : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the member who is at it.' })
  claimedBy(@Root() review: ReviewView, @Ctx() { clock }: HubContext): string | null {
    return review.claimAt(clock.now())?.name ?? null;
  }

  @FieldResolver(() => PostView, { description: 'The post, at the revision that is to be judged.' })
  async post(@Root() { row }: ReviewView, @Ctx() context: HubContext): Promise<PostView> {
    const post = await context.load(postByRevision, revisionKey(row.postId, row.revision));
    if (post === undefined) throw new HubError('UNKNOWN_ID', 'The post of this review is gone.');
    return post;
  }

  @FieldResolver(() => [FindingView], { description: 'What screening found in that revision.' })
  async findings(@Root() { row }: ReviewView, @Ctx() context: HubContext): Promise<FindingView[]> {
    return (await context.load(findingsByRevision, revisionKey(row.postId, row.revision))) ?? [];
  }

  @FieldResolver(() => [DecisionView], { description: 'What was decided in this review, in order.' })
  async decisions(@Root() { row }: ReviewView, @Ctx() context: HubContext): Promise<DecisionView[]> {
    return (await context.load(decisionsByReview, row.uuid)) ?? [];
  }
}
