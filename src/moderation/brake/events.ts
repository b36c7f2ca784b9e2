import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

/** A rule ran wild and stopped holding posts. Subject of these: the brake. */
export const ruleBraked = defineEvent(
  'policy.rule-braked',
  z.object({
    /** `check/rule` */
    rule: z.string(),
    version: z.string(),
    /** posts that it matched in the window, of so many screened */
    matched: z.number().int(),
    screened: z.number().int(),
    /** its share of the days before, 0 … 1 */
    longRunShare: z.number(),
  }),
);

const judged = z.object({ rule: z.string(), rationale: z.string() });

/** A lead looked at a braked rule and leaves it out. */
export const brakeKept = defineEvent('policy.brake-kept', judged);

/** A lead let a braked rule hold posts again. */
export const brakeReleased = defineEvent('policy.brake-released', judged);
