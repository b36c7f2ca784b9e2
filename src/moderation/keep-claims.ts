import { type RawBuilder, sql } from 'kysely';
import { HubError, query } from '../platform/index.js';
import { leaseEnd } from './claim-reviews.js';
import { type ActionContext, requireMember } from './require-member.js';

/** A claim as its holder names it; `field` is where it stands in the input. */
export interface ClaimReference {
  readonly reviewId: string;
  readonly claimToken: string;
  readonly field: string;
}

/** What was done, and what was not because the claim is no longer the caller's. */
export interface ClaimsKept {
  readonly reviewIds: string[];
  readonly stale: HubError[];
}

/** What a caller hears whose claim ran out, was given back or passed to another. */
export function staleClaim(field: string): HubError {
  return new HubError('CLAIM_STALE', 'You do not hold this claim any more; claim the review again.', field);
}

/** Holds claims for a full lease from now. */
export async function renewClaims(context: ActionContext, claims: readonly ClaimReference[]): Promise<ClaimsKept> {
  return touchClaims(context, claims, sql`claim_expires_at = ${leaseEnd(context.clock.now())}`);
}

/** Gives claims back, so that a colleague can have the reviews at once. */
export async function releaseReviews(context: ActionContext, claims: readonly ClaimReference[]): Promise<ClaimsKept> {
  return touchClaims(context, claims, sql`state = 'OPEN', claimed_by = null, claim_token = null, claim_expires_at = null`);
}

async function touchClaims(context: ActionContext, claims: readonly ClaimReference[], change: RawBuilder<unknown>): Promise<ClaimsKept> {
  const memberId = requireMember(context);
  const rows = await query(
    context.db,
    sql<{ id: string; token: string }>`
      update reviews r set ${change}
      from unnest(${claims.map(({ reviewId }) => reviewId)}::uuid[], ${claims.map(({ claimToken }) => claimToken)}::text[]) as held (id, token)
      where r.id = held.id and r.state = 'CLAIMED' and r.claim_token::text = held.token
        and r.claimed_by = ${memberId} and r.claim_expires_at > ${context.clock.now()}
      returning r.id, held.token`,
  );
  const isKept = (claim: ClaimReference) => rows.some(({ id, token }) => id === claim.reviewId && token === claim.claimToken);
  return {
    reviewIds: rows.map(({ id }) => id),
    stale: claims.filter((claim) => !isKept(claim)).map(({ field }) => staleClaim(field)),
  };
}
