import { z } from 'zod';

const Share = z.number().gt(0, 'must be above 0').max(1, 'must be at most 1');
const Count = z.number().int().positive();

/** When a rule has run wild: it suddenly matches so many posts that more likely the rule is wrong than the posts. */
export const BrakeSettings = z.strictObject({
  /** Hours looked at: the current one and those before it. */
  windowHours: Count.max(48, 'must be at most 48').default(1),
  /** With fewer posts screened in the window, or before it, nothing is judged. */
  minimumPosts: Count.default(200),
  /** Share of the window's posts that a rule must match … */
  share: Share.default(0.2),
  /** … and how many times its share of the days before that must be. */
  jump: z.number().gt(1, 'must be above 1').default(5),
  /**
   * Whether the site that the rule matched most is left out first: what one site alone brings about is a flood from there, and no
   * fault of the rule; else a site could switch a rule off by flooding. A hub of a single site says false.
   */
  exceptOneSite: z.boolean().default(true),
  /** Days before the window that its long-run share is taken from. */
  longRunDays: Count.max(28, 'must be at most 28').default(28),
  /** For so long after a lead released a rule, the brake leaves it alone: the lead has seen the surge. */
  restHours: Count.default(24),
});

export type BrakeSettings = z.infer<typeof BrakeSettings>;
