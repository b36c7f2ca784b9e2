/** A share with what it may well be, each 0 … 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959964;

/**
 * The 95 % interval of a share, after Wilson (1927): sound also for few cases and for shares near 0 or 1, where the usual
 * `p ± z·√(p(1-p)/n)` would call 3 clean of 3 certain. Of nothing, anything may be true: 0 … 1.
 */
export function wilsonInterval(successes: number, cases: number): Interval {
  if (cases <= 0) return { low: 0, high: 1 };
  const share = successes / cases;
  const widened = 1 + Z ** 2 / cases;
  const centre = share + Z ** 2 / (2 * cases);
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + Z ** 2 / (4 * cases ** 2));
  return { low: successes === 0 ? 0 : Math.max(0, (centre - spread) / widened), high: successes === cases ? 1 : Math.min(1, (centre + spread) / widened) };
}
