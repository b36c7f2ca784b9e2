import type { Stretch } from '../read-stance.js';
import type { Hearing, Judgement } from './judge.js';
import { readFeatures } from './read-features.js';

/** A stretch of the normalised text that spoke for a judgement, and its share of all that did. */
export interface WeighedStretch extends Stretch {
  /** 0 … 1. */
  readonly share: number;
}

const MOST_STRETCHES = 3;
/** Stretches that carry less than this share are not worth showing. */
const LEAST_SHARE = 0.08;
const LONGEST = 24;

/**
 * The stretches that spoke most for a judgement. The weight of each feature is spread over the units that it was read
 * from; what the average unit carries is taken off, and the heaviest stretches of what is left are shown (Kadane's
 * maximum subarray, again and again).
 */
export function weighSpans({ model: { families }, source }: Hearing, { position, window }: Judgement): WeighedStretch[] {
  const weights = new Float64Array(window.end - window.start);
  const counted = new Set<number>();
  readFeatures(source, window, (feature, start, end) => {
    const place = families.find(feature);
    const weight = place === -1 || counted.has(place) ? 0 : families.weightAt(position, place);
    counted.add(place);
    for (let at = start; at < end; at += 1) weights[at - window.start] = (weights[at - window.start] ?? 0) + weight / (end - start);
  });
  const positive = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const mean = Math.max(0, weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length));
  const left = weights.map((weight) => weight - mean);
  const found: WeighedStretch[] = [];
  while (positive > 0 && found.length < MOST_STRETCHES) {
    const { start, end } = heaviest(left);
    const share = weights.subarray(start, end).reduce((sum, weight) => sum + Math.max(0, weight), 0) / positive;
    if (end === start || share < LEAST_SHARE) break;
    found.push({ start: start + window.start, end: end + window.start, share });
    left.fill(-Infinity, start, end);
  }
  return found;
}

/** The stretch of at most LONGEST units with the largest sum. */
function heaviest(weights: Float64Array): Stretch {
  let best = { start: 0, end: 0, sum: 0 };
  let start = 0;
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    if (sum <= 0 || at - start >= LONGEST) {
      start = at;
      sum = 0;
    }
    sum += weight;
    if (sum > best.sum) best = { start, end: at + 1, sum };
  }
  return best;
}
