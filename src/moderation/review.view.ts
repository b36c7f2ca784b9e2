import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, connectionOf, globalId } from '../platform/index.js';
import type { ReviewReason } from './settle-screening.js';

export enum ReviewState {
  OPEN = 'OPEN',
  CLAIMED = 'CLAIMED',
  DECIDED = 'DECIDED',
  CLOSED = 'CLOSED',
}

registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'How far a review is.',
  valuesConfig: {
    OPEN: { description: 'Waits to be claimed.' },
    CLAIMED: { description: 'Somebody is at it.' },
    DECIDED: { description: 'A person decided.' },
    CLOSED: { description: 'Not needed any more: the post changed or was withdrawn.' },
  },
});

const ReasonEnum: { readonly [Name in ReviewReason]: Name } = { FINDINGS: 'FINDINGS', SAMPLE: 'SAMPLE', REQUEST: 'REQUEST' };

registerEnumType(ReasonEnum, {
  name: 'ReviewReason',
  description: 'Why people look at a post.',
  valuesConfig: {
    FINDINGS: { description: 'Screening found something.' },
    SAMPLE: { description: 'It was clear, and drawn by lot to check on screening.' },
    REQUEST: { description: 'A person asked for it.' },
  },
});

/** A review as the database holds it. */
export interface ReviewListRow {
  readonly uuid: string;
  readonly postId: string;
  readonly revision: number;
  readonly queue: string;
  readonly state: keyof typeof ReviewState;
  readonly reason: ReviewReason;
  readonly severity: number;
  readonly dueAt: string;
  readonly openedAt: string;
  readonly note: string | null;
  readonly claimedBy: string | null;
  readonly claimerName: string | null;
  readonly claimToken: string | null;
  readonly claimExpiresAt: string | null;
}

@ObjectType('Claim', { simpleResolvers: true, description: 'The right to decide a review, for a while.' })
export class ClaimView {
  @Field(() => String, { description: 'Shown to its holder only; a decision must give it.' })
  token!: string;

  @Field(() => DateTime, { description: 'From then on a colleague may claim the review.' })
  expiresAt!: Date;
}

@ObjectType('Review', { simpleResolvers: true, description: 'A post that waits for a person, or that a person has decided on.' })
export class ReviewView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { description: 'Name of the queue that it waits in.' })
  readonly queue: string;

  @Field(() => ReasonEnum)
  readonly reason: ReviewReason;

  @Field(() => Int, { description: '1 (slight) to 4 (grave).' })
  readonly severity: number;

  @Field(() => DateTime, { description: 'By when it should be decided.' })
  readonly dueAt: Date;

  @Field(() => DateTime)
  readonly openedAt: Date;

  @Field(() => String, { nullable: true, description: 'What the one who asked for it wrote.' })
  readonly note: string | null;

  constructor(readonly row: ReviewListRow) {
    this.id = globalId('Review', row.uuid);
    this.queue = row.queue;
    this.reason = row.reason;
    this.severity = row.severity;
    this.dueAt = new Date(row.dueAt);
    this.openedAt = new Date(row.openedAt);
    this.note = row.note;
  }

  /** Its state at this time: a claim that ran out is none. */
  stateAt(now: Date): ReviewState {
    return this.row.state === 'CLAIMED' && this.claimAt(now) === null ? ReviewState.OPEN : ReviewState[this.row.state];
  }

  /** The claim that holds at this time, whose it is and under which token. */
  claimAt(now: Date): { memberId: string; name: string; token: string; expiresAt: Date } | null {
    const { state, claimedBy, claimerName, claimToken, claimExpiresAt } = this.row;
    if (state !== 'CLAIMED' || claimedBy === null || claimToken === null || claimExpiresAt === null) return null;
    const expiresAt = new Date(claimExpiresAt);
    return expiresAt > now ? { memberId: claimedBy, name: claimerName ?? '', token: claimToken, expiresAt } : null;
  }
}

export const ReviewConnection = connectionOf('Review', ReviewView);
