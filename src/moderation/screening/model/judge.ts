import type { CompiledPolicy } from '../../policy/compile-policy-pack.js';
import type { Stretch } from '../read-stance.js';
import type { ScreenedDocument } from '../screened-document.js';
import { sourceOf } from './feature-source.js';
import type { LinearModel } from './linear-model.js';
import { type FeatureSource, readFeatures } from './read-features.js';
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
  const cautions = new Map(policy.pack.models?.families.map(({ head, caution }) => [head, caution]));
  const source = sourceOf(document, policy, model.header.view);
  const { families } = model;
  const worst: Judgement[] = families.heads.map(({ name: head }, position) => ({ head, position, probability: 0, window: { start: 0, end: 0 } }));
  for (const window of cutWindows(document.text.length, document.segments)) {
    families.begin();
    readFeatures(source, window, families.add);
    worst.forEach((known, position) => {
      const probability = lower(families.score(position).probability, cautions.get(known.head) ?? 0);
      if (probability > known.probability) worst[position] = { ...known, probability, window };
    });
  }
  return { model, source, judgements: worst };
}

/** A probability with log-odds taken off. */
function lower(probability: number, logOdds: number): number {
  return probability / (probability + (1 - probability) * Math.exp(logOdds));
}

/** The category that an offence of the family most likely has, or null if the model knows none of the family's. */
export function likeliestCategory({ model: { categories }, source }: Hearing, { head, window }: Judgement): string | null {
  categories.begin();
  readFeatures(source, window, categories.add);
  const known = categories.heads.flatMap(({ name }, position) => (name.startsWith(`${head}.`) ? [{ name, ...categories.score(position) }] : []));
  return known.reduce<(typeof known)[number] | null>((best, one) => (best === null || one.margin > best.margin ? one : best), null)?.name ?? null;
}
