import { wilsonInterval } from '../sampling/wilson-interval.js';
import type { Example, OutcomeTally } from './outcome-tally.js';

/** A share as it was measured, with its 95 % interval after Wilson; null of nothing. */
export interface MeasuredShare {
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly of: number;
}

/** How well a version agrees with people, among the posts that people decided. */
export interface Accuracy {
  /** Of the posts held, those that people restricted. */
  readonly precision: MeasuredShare;
  /** Of the posts that people restricted, those held. */
  readonly recall: MeasuredShare;
}

export interface OutcomeDifference {
  readonly count: number;
  /** Most posts first. */
  readonly rules: readonly { readonly rule: string; readonly posts: number }[];
  readonly examples: readonly Example[];
}

/** What a draft would have changed. */
export interface Comparison {
  readonly posts: number;
  /** Posts on whose text a decision stands. */
  readonly decided: number;
  readonly served: Accuracy;
  readonly draft: Accuracy;
  readonly byCategory: readonly { readonly category: string; readonly served: Accuracy; readonly draft: Accuracy }[];
  readonly newlyHeld: OutcomeDifference;
  readonly newlyReleased: OutcomeDifference;
  /** Reviews a day, by queue: with the served version, and with the draft. */
  readonly reviewsADay: readonly { readonly queue: string; readonly served: number; readonly draft: number }[];
}

/**
 * What a tally says. Pure.
 * @param days that the posts came in on; fractions count
 */
export function compareOutcomes(tally: OutcomeTally, days: number): Comparison {
  const accuracy = (side: 'served' | 'draft'): Accuracy => {
    const { heldViolations, heldInnocent, clearedViolations } = tally.decided[side];
    return { precision: measure(heldViolations, heldViolations + heldInnocent), recall: measure(heldViolations, heldViolations + clearedViolations) };
  };
  const { heldViolations, heldInnocent, clearedViolations, clearedInnocent } = tally.decided.served;
  return {
    posts: tally.posts,
    decided: heldViolations + heldInnocent + clearedViolations + clearedInnocent,
    served: accuracy('served'),
    draft: accuracy('draft'),
    byCategory: sorted(tally.categories).map(([category, sides]) => ({ category, served: ofCategory(sides.served), draft: ofCategory(sides.draft) })),
    newlyHeld: difference(tally.newlyHeld),
    newlyReleased: difference(tally.newlyReleased),
    reviewsADay: sorted(tally.queues).map(([queue, { served, draft }]) => ({ queue, served: rounded(served / days), draft: rounded(draft / days) })),
  };
}

/** A share with its interval. */
export function measure(count: number, of: number): MeasuredShare {
  const { low, high } = wilsonInterval(count, of);
  return { share: of === 0 ? null : rounded(count / of), low: rounded(low), high: rounded(high), count, of };
}

function ofCategory({ named, namedRight, violations, caught }: OutcomeTally['categories'][string]['served']): Accuracy {
  return { precision: measure(namedRight, named), recall: measure(caught, violations) };
}

/** The rules of a difference, most posts first. */
export function difference({ count, rules, examples }: OutcomeTally['newlyHeld']): OutcomeDifference {
  const byPosts = sorted(rules).map(([rule, posts]) => ({ rule, posts })).sort((a, b) => b.posts - a.posts);
  return { count, rules: byPosts, examples };
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
