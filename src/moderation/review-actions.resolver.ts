import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { postById } from '../intake/index.js';
import { HubContext, UserError, idOf } from '../platform/index.js';
import { claimReviews } from './claim-reviews.js';
import { decideReview } from './decide-review.js';
import { type ClaimReference, type ClaimsKept, releaseReviews, renewClaims } from './keep-claims.js';
import { decisionById } from './load-decisions.js';
import { reviewsById } from './read-reviews.js';
import { requestReview } from './request-review.js';
import { type ClaimInput, ClaimReviewsInput, DecideReviewInput, ReleaseReviewsInput, RenewClaimsInput, RequestReviewInput, UndoDecisionInput } from './review.input.js';
import {
  ClaimReviewsPayload,
  DecideReviewPayload,
  ReleaseReviewsPayload,
  RenewClaimsPayload,
  RequestReviewPayload,
  UndoDecisionPayload,
} from './review-payloads.view.js';
import type { ReviewView } from './review.view.js';
import { undoDecision } from './undo-decision.js';

@Resolver()
export class ReviewActionsResolver {
  @Mutation(() => ClaimReviewsPayload, { description: 'Claims the reviews of a queue that are due first. No review is ever claimed by two.' })
  async claimReviews(@Arg('input', () => ClaimReviewsInput) input: ClaimReviewsInput, @Ctx() context: HubContext): Promise<ClaimReviewsPayload> {
    const ids = await claimReviews(context, input);
    return Object.assign(new ClaimReviewsPayload(), { reviews: await reviewsById(context.db, ids) });
  }

  @Mutation(() => RenewClaimsPayload, { description: 'Holds claims for a full lease from now.' })
  async renewClaims(@Arg('input', () => RenewClaimsInput) input: RenewClaimsInput, @Ctx() context: HubContext): Promise<RenewClaimsPayload> {
    return Object.assign(new RenewClaimsPayload(), await kept(context, await renewClaims(context, references(input.claims))));
  }

  @Mutation(() => ReleaseReviewsPayload, { description: 'Gives claims back, so that a colleague can have the reviews at once.' })
  async releaseReviews(@Arg('input', () => ReleaseReviewsInput) input: ReleaseReviewsInput, @Ctx() context: HubContext): Promise<ReleaseReviewsPayload> {
    return Object.assign(new ReleaseReviewsPayload(), await kept(context, await releaseReviews(context, references(input.claims))));
  }

  @Mutation(() => DecideReviewPayload, { description: 'Decides a review that you hold the claim of.' })
  async decideReview(@Arg('input', () => DecideReviewInput) input: DecideReviewInput, @Ctx() context: HubContext): Promise<DecideReviewPayload> {
    const reviewId = idOf('Review', input.reviewId, 'reviewId');
    const { decisionId, postId } = await decideReview(context, { ...input, reviewId });
    return Object.assign(new DecideReviewPayload(), await outcome(context, reviewId, decisionId, postId));
  }

  @Mutation(() => UndoDecisionPayload, { description: 'Takes a decision back: its author within ten minutes, a lead at any time.' })
  async undoDecision(@Arg('input', () => UndoDecisionInput) input: UndoDecisionInput, @Ctx() context: HubContext): Promise<UndoDecisionPayload> {
    const decisionId = idOf('Decision', input.decisionId, 'decisionId');
    const { reviewId, postId } = await undoDecision(context, { ...input, decisionId });
    return Object.assign(new UndoDecisionPayload(), await outcome(context, reviewId, decisionId, postId));
  }

  @Mutation(() => RequestReviewPayload, { description: 'Asks people to look at a post; where a review of it waits already, that one is the answer.' })
  async requestReview(@Arg('input', () => RequestReviewInput) input: RequestReviewInput, @Ctx() context: HubContext): Promise<RequestReviewPayload> {
    const reviewId = await requestReview(context, { ...input, postId: idOf('Post', input.postId, 'postId') });
    const [review] = await reviewsById(context.db, [reviewId]);
    return Object.assign(new RequestReviewPayload(), { review });
  }
}

function references(claims: readonly ClaimInput[]): ClaimReference[] {
  return claims.map(({ reviewId, claimToken }, position) => {
    const field = `claims.${position}`;
    return { reviewId: idOf('Review', reviewId, `${field}.reviewId`), claimToken, field };
  });
}

async function kept({ db }: HubContext, { reviewIds, stale }: ClaimsKept): Promise<{ reviews: ReviewView[]; userErrors: UserError[] }> {
  const userErrors = stale.map(({ code, message, field }) => Object.assign(new UserError(), { code, message, field: field ?? null }));
  return { reviews: await reviewsById(db, reviewIds), userErrors };
}

async function outcome(context: HubContext, reviewId: string, decisionId: string, postId: string) {
  const [review] = await reviewsById(context.db, [reviewId]);
  const [decision, post] = await Promise.all([decisionById.load(context.db, [decisionId]), postById.load(context.db, [postId])]);
  return { review, decision: decision.get(decisionId), post: post.get(postId) };
}
