import { z } from 'zod';

const Share = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');
const Count = z.number().int().positive();

/** Which share of a site's cleared posts people see all the same, by the record that the site made for itself. */
export const SamplingSettings = z
  .strictObject({
    /** Until people have decided this many of its sampled posts, a site is new and sampled at the ceiling. */
    newSiteDecisions: Count.default(20),
    /** So many of its latest decided samples make up a site's record. */
    latestDecisions: Count.max(1_000, 'must be at most 1000').default(200),
    /**
     * Rates by what the share of violations may well be (upper end of its 95 % interval): the first step that lies above it
     * counts; where none does, the ceiling.
     */
    steps: z
      .array(z.strictObject({ below: Share, rate: Share }))
      .default([
        { below: 0.02, rate: 0.05 },
        { below: 0.1, rate: 0.1 },
        { below: 0.25, rate: 0.5 },
      ]),
    /** At least this rate after a violation, until so many samples in a row were clean. */
    afterViolation: z.strictObject({ rate: Share, cleanDecisions: Count }).default({ rate: 0.5, cleanDecisions: 20 }),
    floor: Share.default(0.05),
    ceiling: Share.default(1),
  })
  .refine(({ floor, ceiling }) => floor <= ceiling, { path: ['floor'], message: 'must not be above the ceiling' })
  .refine(({ newSiteDecisions, latestDecisions }) => newSiteDecisions <= latestDecisions, { path: ['newSiteDecisions'], message: 'must not be above latestDecisions' })
  .refine(({ steps }) => steps.every(({ below, rate }, index) => index === 0 || (below > (steps[index - 1]?.below ?? 0) && rate >= (steps[index - 1]?.rate ?? 0))), {
    path: ['steps'],
    message: 'must rise: a worse record never means a lower rate',
  });

export type SamplingSettings = z.infer<typeof SamplingSettings>;
