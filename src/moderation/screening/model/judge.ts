import type { CompiledPolicy } from '../../policy/compile-policy-pack.js';
import type { Stretch } from '../read-stance.js';
import type { ScreenedDocument } from '../screened-document.js';
import { sourceOf } from './feature-source.js';
import { readKnownFeatures } from './known-features.js';
import { calibrate, type LinearModel } from './linear-model.js';
import type { FeatureSource } from './read-features.js';
import { cutWindows } from './windows.js';

/** What a model says of a post for one of its heads, and the window that made it say so. */
export interface Judgement {
  readonly head: string;
  readonly position: number;
  readonly probability: number;
  readonly window: Stretch;
}

/** A post before one model. */
export interface Hearing {
  readonly model: LinearModel;
  readonly source: FeatureSource;
  readonly judgements: readonly Judgement[];
}

/** Log-odds that a window must say more for each e-fold of windows. */
const WINDOW_DOUBT = 0.2;

/**
 * The probability of each family of offences, that of the post's worst window. Of many windows one looks bad by chance: the
 * more there are, the more a window must say to be believed.
 */
export function hear(model: LinearModel, document: ScreenedDocument, policy: CompiledPolicy): Hearing {
  const source = sourceOf(document, policy, model.header.view);
  const score = readKnownFeatures(model.families, source, { start: 0, end: document.text.length });
  const [whole = { start: 0, end: 0 }, ...windows] = cutWindows(document.text.length, document.segments);
  const { heads } = model.families;
  const ofWhole = Float64Array.from(score(whole));
  const worst = heads.map(() => ({ margin: -Infinity, window: whole }));
  for (const window of windows) {
    score(window).forEach((margin, position) => {
      if (margin > (worst[position]?.margin ?? Infinity)) worst[position] = { margin, window };
    });
  }
  const chance = WINDOW_DOUBT * Math.log(Math.max(1, windows.length));
  return {
    model,
    source,
    judgements: heads.map((head, position): Judgement => {
      const caution = policy.pack.models?.families.find((family) => family.head === head.name)?.caution ?? 0;
      const { margin, window } = worst[position] ?? { margin: -Infinity, window: whole };
      const asWhole = lower(calibrate(head, ofWhole[position] ?? 0), caution);
      const asWindow = lower(calibrate(head, margin), caution + chance);
      return { head: head.name, position, ...(asWindow > asWhole ? { probability: asWindow, window } : { probability: asWhole, window: whole }) };
    }),
  };
}

/** A probability with log-odds taken off. */
function lower(probability: number, logOdds: number): number {
  return probability / (probability + (1 - probability) * Math.exp(logOdds));
}

/** The category that an offence of the family most likely has, or null if the model knows none of the family's. */
export function likeliestCategory({ model: { categories }, source }: Hearing, { head, window }: Judgement): string | null {
  const margins = readKnownFeatures(categories, source, window)(window);
  const known = categories.heads.flatMap(({ name }, position) => (name.startsWith(`${head}.`) ? [{ name, margin: margins[position] ?? -Infinity }] : []));
  return known.reduce<(typeof known)[number] | null>((best, one) => (best === null || one.margin > best.margin ? one : best), null)?.name ?? null;
}
