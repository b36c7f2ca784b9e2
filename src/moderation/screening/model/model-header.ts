import { z } from 'zod';

const Metrics = z.record(z.string(), z.number());

/** What a model file says of itself, as JSON on its first line. */
export const Header = z.strictObject({
  kind: z.literal('wenming-linear-model'),
  /** `characters` looks at what is written, `sounds` at how it is read. */
  view: z.enum(['characters', 'sounds']),
  version: z.string(),
  /** Version of the normaliser that the texts went through; a model is of no use behind another one. */
  normaliser: z.number().int(),
  /** Version of the policy pack whose lists were features. */
  pack: z.string(),
  /** What it was trained on. */
  data: z.array(z.strictObject({ name: z.string(), licence: z.string(), rows: z.number().int(), sha256: z.string() })),
  heads: z.array(
    z.strictObject({
      name: z.string(),
      features: z.number().int(),
      bias: z.number(),
      /** The largest weight; weights are kept as signed square roots in 127 steps. */
      scale: z.number(),
      calibration: z.strictObject({ slope: z.number(), intercept: z.number() }),
      /** Measured on rows of the training data that were left out in turn. */
      metrics: Metrics,
    }),
  ),
});

export type ModelHeader = z.infer<typeof Header>;
