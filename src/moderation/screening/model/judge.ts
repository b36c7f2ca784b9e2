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

/** The probability of each family of offences, that of the post's worst window. */
export function hear(model: LinearModel, document: ScreenedDocument, policy: CompiledPolicy): Hearing {
  const source = sourceOf(document, policy, model.header.view);
  const { heads } = model.families;
  const margins = new Float64Array(heads.length).fill(-Infinity);
  const windows = heads.map((): Stretch => ({ start: 0, end: 0 }));
  const score = readKnownFeatures(model.families, source, { start: 0, end: document.text.length });
  for (const window of cutWindows(document.text.length, document.segments)) {
    score(window).forEach((margin, position) => {
      if (margin <= (margins[position] ?? 0)) return;
      margins[position] = margin;
      windows[position] = window;
    });
  }
  return {
    model,
    source,
    judgements: heads.map((head, position) => {
      const caution = policy.pack.models?.families.find((family) => family.head === head.name)?.caution ?? 0;
      return { head: head.name, position, probability: lower(calibrate(head, margins[position] ?? 0), caution), window: windows[position] ?? { start: 0, end: 0 } };
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
