import { ESCALATED, SAMPLE } from './current-policy.js';
import type { LockedStanding } from './lock-standings.js';
import { nextStanding } from './standing-states.js';
import type { StandingMove } from './write-standings.js';

export type ReviewReason = 'FINDINGS' | 'SAMPLE' | 'REQUEST';

/** The review of a post that is OPEN or CLAIMED; there is at most one. */
export interface LiveReview {
  readonly id: string;
  readonly postId: string;
  readonly queue: string;
  readonly reason: ReviewReason;
}

/** What a screening found, as far as it decides what happens. */
export interface Screened {
  readonly revision: number;
  readonly outcome: 'CLEAR' | 'HOLD';
  readonly queue: string | null;
  readonly severity: 1 | 2 | 3 | 4 | null;
  /** Whether people see the post all the same if it is clear. */
  readonly sampled: boolean;
}

/** What follows from a screening. */
export interface Settlement {
  readonly move: StandingMove;
  /** What becomes of the review that was live: its text is another now. */
  readonly live: 'NONE' | 'SUPERSEDED' | 'CARRIED';
  /** The review to open. */
  readonly opens: { readonly queue: string; readonly reason: ReviewReason; readonly severity: 1 | 2 | 3 | 4 } | null;
}

/**
 * What follows from the screening of a new revision. Pure.
 *
 * A review that a person asked for is carried on to the new text, not dropped; and where a person escalated, automation
 * does not clear the new text: readers go on seeing what they saw, if anything, until somebody decides.
 */
export function settleScreening(from: LockedStanding, live: LiveReview | undefined, screened: Screened): Settlement {
  const { revision, outcome } = screened;
  const escalated = live?.queue === ESCALATED;
  const judged = escalated && from.standing !== 'PUBLISHABLE' ? 'HOLD' : outcome;
  const to = nextStanding(from.standing, { cause: 'SCREEN', outcome: judged }) ?? from.standing;
  const approved = to === 'PUBLISHABLE' && !escalated;
  const move = { from, to, revision, screenedRevision: revision, approvedRevision: approved ? revision : from.approvedRevision };
  if (escalated || (live?.reason === 'REQUEST' && outcome === 'CLEAR')) return { move, live: 'CARRIED', opens: null };
  return { move, live: live === undefined ? 'NONE' : 'SUPERSEDED', opens: opensFor(to, screened) };
}

function opensFor(to: StandingMove['to'], { queue, severity, sampled }: Screened): Settlement['opens'] {
  if (to === 'HELD') return { queue: queue ?? ESCALATED, reason: 'FINDINGS', severity: severity ?? 1 };
  if (to === 'PUBLISHABLE' && sampled) return { queue: SAMPLE, reason: 'SAMPLE', severity: 1 };
  return null;
}
