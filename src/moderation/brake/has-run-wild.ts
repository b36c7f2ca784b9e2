import type { BrakeSettings } from '../policy/brake-settings.js';

/** How many posts a rule matched, of how many, in the window and in the long run before it. */
export interface RuleShares {
  readonly matched: number;
  readonly screened: number;
  readonly longRunMatched: number;
  readonly longRunScreened: number;
}

/**
 * Whether a rule more likely went wrong than the posts that it matches: it matches a large share of a window, and many times
 * its own share of the days before. Where there are too few posts to judge by, in the window or before it, it has not.
 */
export function hasRunWild({ matched, screened, longRunMatched, longRunScreened }: RuleShares, { minimumPosts, share, jump }: BrakeSettings): boolean {
  if (screened < minimumPosts || longRunScreened < minimumPosts) return false;
  const now = matched / screened;
  return now >= share && now >= jump * (longRunMatched / longRunScreened);
}
