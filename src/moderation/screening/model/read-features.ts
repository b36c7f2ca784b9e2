import type { CompiledSense } from '../../policy/compile-policy-pack.js';
import type { Places } from '../find-terms.js';
import { lowerBound } from '../lower-bound.js';
import type { Stretch } from '../read-stance.js';
import { hashGrams, hashPair, LONGEST_GRAM, NO_GRAM } from './hash-features.js';
import type { ModelView } from './model-view.js';

/** What features are read from: the text as the model looks at it, and the senses found in it. */
export interface FeatureSource {
  readonly view: ModelView;
  /** Places of the policy's senses, in the normalised text; a sense that is nowhere is not there. */
  readonly senses: readonly { readonly sense: CompiledSense; readonly places: Places }[];
}

type Visit = (feature: number, start: number, end: number) => void;

/**
 * Visits the features of a stretch of a post: its grams, the senses that occur in it, and each two of them together.
 *
 * @param visit gets the feature and the stretch of the normalised text that it was read from; a pair comes with that of
 *   its second sense
 */
export function readFeatures(source: FeatureSource, stretch: Stretch, visit: Visit): void {
  const { view } = source;
  const from = view.indexAt(stretch.start);
  const to = view.indexAt(stretch.end);
  const grams = new Int32Array(LONGEST_GRAM * (to - from));
  hashGrams(view.units, from, to, grams);
  grams.forEach((feature, at) => {
    const start = from + Math.floor(at / LONGEST_GRAM);
    if (feature !== NO_GRAM) visit(feature, view.startOf(start), view.endOf(start + (at % LONGEST_GRAM)));
  });
  readSenses(source, stretch, visit);
}

function readSenses({ senses }: FeatureSource, stretch: Stretch, visit: Visit): void {
  const present: number[] = [];
  for (const { sense, places } of senses) {
    const index = firstWithin(places, stretch);
    if (index === -1) continue;
    const start = places.starts[index] ?? 0;
    const end = places.ends[index] ?? 0;
    visit(sense.feature, start, end);
    for (const other of present) visit(hashPair(sense.feature, other), start, end);
    present.push(sense.feature);
  }
}

/** The first place of a sense that lies within a stretch, or -1. */
export function firstWithin({ starts, ends }: Places, stretch: Stretch): number {
  const first = lowerBound(ends.length, (index) => (ends[index] ?? 0) > stretch.start);
  for (let index = first; index < ends.length && (ends[index] ?? 0) <= stretch.end; index += 1) {
    if ((starts[index] ?? 0) >= stretch.start) return index;
  }
  return -1;
}
