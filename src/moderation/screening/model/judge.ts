import type { CompiledPolicy } from '../../policy/compile-policy-pack.js';
import type { Stretch } from '../read-stance.js';
import type { ScreenedDocument } from '../screened-document.js';
import { sourceOf } from './feature-source.js';
import type { HeadTable, LinearModel } from './linear-model.js';
import { type FeatureSource, readGrams, readSenses } from './read-features.js';
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

/** The grams of a text that some head knows, in the order of their starts. */
interface KnownGrams {
  readonly places: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The probability of each family of offences, that of the post's worst window. */
export function hear(model: LinearModel, document: ScreenedDocument, policy: CompiledPolicy): Hearing {
  const cautions = new Map(policy.pack.models?.families.map(({ head, caution }) => [head, caution]));
  const source = sourceOf(document, policy, model.header.view);
  const { families } = model;
  const worst: Judgement[] = families.heads.map(({ name: head }, position) => ({ head, position, probability: 0, window: { start: 0, end: 0 } }));
  const grams = findGrams(families, source, document.text.length);
  let first = 0;
  for (const window of cutWindows(document.text.length, document.segments)) {
    // Windows come in the order of their starts, after the whole.
    while (first < grams.starts.length && (grams.starts[first] ?? 0) < window.start) first += 1;
    families.begin();
    for (let at = first; at < grams.starts.length && (grams.starts[at] ?? 0) < window.end; at += 1) {
      if ((grams.ends[at] ?? 0) <= window.end) families.add(grams.places[at] ?? 0);
    }
    readSenses(source, window, (feature) => addKnown(families, feature));
    for (const known of worst) {
      const probability = lower(families.score(known.position).probability, cautions.get(known.head) ?? 0);
      if (probability > known.probability) worst[known.position] = { ...known, probability, window };
    }
  }
  return { model, source, judgements: worst };
}

function findGrams(table: HeadTable, source: FeatureSource, length: number): KnownGrams {
  const places: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  readGrams(source, { start: 0, end: length }, (feature, start, end) => {
    const place = table.find(feature);
    if (place === -1) return;
    places.push(place);
    starts.push(start);
    ends.push(end);
  });
  return { places, starts, ends };
}

function addKnown(table: HeadTable, feature: number): void {
  const place = table.find(feature);
  if (place !== -1) table.add(place);
}

/** A probability with log-odds taken off. */
function lower(probability: number, logOdds: number): number {
  return probability / (probability + (1 - probability) * Math.exp(logOdds));
}

/** The category that an offence of the family most likely has, or null if the model knows none of the family's. */
export function likeliestCategory({ model: { categories }, source }: Hearing, { head, window }: Judgement): string | null {
  categories.begin();
  readGrams(source, window, (feature) => addKnown(categories, feature));
  readSenses(source, window, (feature) => addKnown(categories, feature));
  const known = categories.heads.flatMap(({ name }, position) => (name.startsWith(`${head}.`) ? [{ name, ...categories.score(position) }] : []));
  return known.reduce<(typeof known)[number] | null>((best, one) => (best === null || one.margin > best.margin ? one : best), null)?.name ?? null;
}
