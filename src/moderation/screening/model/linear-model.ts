import type { ModelHeader } from './model-header.js';

/** What one head of a model says of a set of features. */
export interface HeadScore {
  /** Distance from the head's dividing plane; above 0 speaks for the head's label. */
  readonly margin: number;
  /** 0 … 1, calibrated on rows that the head was not trained on. */
  readonly probability: number;
}

export interface ModelHead {
  readonly name: string;
  readonly bias: number;
  /** Sorted feature numbers and their weights. */
  readonly features: Uint32Array;
  readonly weights: Float32Array;
  /** Platt's sigmoid: probability = 1 / (1 + exp(-(slope · margin + intercept))). */
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/** Heads that are scored together. */
export interface HeadTable {
  readonly heads: readonly ModelHead[];
  /** Where the weights of a feature lie, or -1 if no head knows it. */
  find(feature: number): number;
  /** Begins a new set of features. */
  begin(): void;
  /** Adds a feature, by its place, to the set; one that is there already counts once. */
  add(place: number): void;
  /** Scores the set that was added since `begin`, for the head of this position. */
  score(head: number): HeadScore;
  /** The weight at a place for a head, 0 if it has none. */
  weightAt(head: number, place: number): number;
}

export interface LinearModel {
  readonly header: ModelHeader;
  /** Heads that say whether a post belongs to a family of offences. */
  readonly families: HeadTable;
  /** Heads that say which category an offence has; they know offences only. */
  readonly categories: HeadTable;
}

const DAMPING = 0.7;
/** A text of which a model knows little gets a small margin, whatever that little says. */
const RESERVE = 20;

/** What a sum of weights is divided by, so that margins of short and long texts compare. */
export function damping(known: number): number {
  return DAMPING * Math.sqrt(known + RESERVE);
}

const MULTIPLIER = 0x9e3779b1;
const EMPTY = -1;

/** A head whose name is a category (`superstition.chain`) says which; any other says whether. */
export function assembleModel(header: ModelHeader, heads: readonly ModelHead[]): LinearModel {
  return {
    header,
    families: layOutHeads(heads.filter(({ name }) => !name.includes('.'))),
    categories: layOutHeads(heads.filter(({ name }) => name.includes('.'))),
  };
}

/**
 * Lays heads out for scoring: a feature is looked up once for all of them, and its weights lie side by side. Not for
 * two texts at a time: the set being added is kept inside.
 */
function layOutHeads(heads: readonly ModelHead[]): HeadTable {
  const { find, count } = numberFeatures(heads);
  const width = heads.length;
  const weights = new Float32Array(count * width);
  heads.forEach((head, position) => {
    head.features.forEach((feature, index) => {
      weights[find(feature) * width + position] = head.weights[index] ?? 0;
    });
  });
  const sums = new Float64Array(width);
  const counts = new Int32Array(width);
  const seenAt = new Uint32Array(count);
  let generation = 0;

  return {
    heads,
    find,
    begin() {
      generation += 1;
      sums.fill(0);
      counts.fill(0);
    },
    add(place) {
      if (seenAt[place] === generation) return;
      seenAt[place] = generation;
      for (let head = 0, at = place * width; head < width; head += 1, at += 1) {
        const weight = weights[at] ?? 0;
        if (weight === 0) continue;
        sums[head] = (sums[head] ?? 0) + weight;
        counts[head] = (counts[head] ?? 0) + 1;
      }
    },
    score(position) {
      const head = heads[position];
      if (head === undefined) return { margin: 0, probability: 0 };
      const margin = ((sums[position] ?? 0) + head.bias) / damping(counts[position] ?? 0);
      return { margin, probability: calibrate(head, margin) };
    },
    weightAt: (head, place) => weights[place * width + head] ?? 0,
  };
}

export function calibrate({ calibration }: Pick<ModelHead, 'calibration'>, margin: number): number {
  return 1 / (1 + Math.exp(-(calibration.slope * margin + calibration.intercept)));
}

/** Most features of a post are unknown: a bit a feature says so without a look at the table. */
const SIEVE_BITS = 20;

function numberFeatures(heads: readonly ModelHead[]): { find: (feature: number) => number; count: number } {
  const entries = heads.reduce((sum, { features }) => sum + features.length, 0);
  let bits = 4;
  while (1 << bits < entries * 2) bits += 1;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  const keys = new Int32Array(1 << bits).fill(EMPTY);
  const placeOf = new Int32Array(1 << bits);
  const sieve = new Uint8Array(1 << (SIEVE_BITS - 3));
  let count = 0;
  for (const { features } of heads) {
    for (const feature of features) {
      let slot = Math.imul(feature, MULTIPLIER) >>> shift;
      while (keys[slot] !== EMPTY && keys[slot] !== feature) slot = (slot + 1) & mask;
      if (keys[slot] === feature) continue;
      keys[slot] = feature;
      placeOf[slot] = count;
      count += 1;
      const bit = feature & ((1 << SIEVE_BITS) - 1);
      sieve[bit >>> 3] = (sieve[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  const find = (feature: number): number => {
    const bit = feature & ((1 << SIEVE_BITS) - 1);
    if (((sieve[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return EMPTY;
    let slot = Math.imul(feature, MULTIPLIER) >>> shift;
    for (;;) {
      const key = keys[slot];
      if (key === feature) return placeOf[slot] ?? EMPTY;
      if (key === EMPTY) return EMPTY;
      slot = (slot + 1) & mask;
    }
  };
  return { find, count };
}
