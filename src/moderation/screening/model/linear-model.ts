import { hashUnit } from './hash-features.js';
import type { ModelHeader } from './model-header.js';

export interface ModelHead {
  readonly name: string;
  readonly bias: number;
  /** Sorted feature numbers and their weights. */
  readonly features: Uint32Array;
  readonly weights: Float32Array;
  /** Platt's sigmoid: probability = 1 / (1 + exp(-(slope · margin + intercept))). */
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/** Heads that are scored together: a feature is looked up once for all of them. */
export interface HeadTable {
  readonly heads: readonly ModelHead[];
  /** Features that some head knows. */
  readonly size: number;
  /** Where the weights of a feature lie, 0 … size - 1, or -1 if no head knows it. */
  find(feature: number): number;
  /** The same for the feature that a unit is on its own; most that a post has of a model are such. */
  findUnit(unit: number): number;
  /** The weight at a place for a head, 0 if it has none. */
  weightAt(head: number, place: number): number;
  /** Writes the weights at a place, one a head, to a list from `at` on. */
  copyWeights(place: number, to: Float32Array, at: number): void;
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

/** Lays heads out for scoring: the weights of a feature lie side by side. */
function layOutHeads(heads: readonly ModelHead[]): HeadTable {
  const { find, ofUnits, count } = numberFeatures(heads);
  const width = heads.length;
  const weights = new Float32Array(count * width);
  heads.forEach((head, position) => {
    head.features.forEach((feature, index) => {
      weights[find(feature) * width + position] = head.weights[index] ?? 0;
    });
  });
  return {
    heads,
    size: count,
    find,
    findUnit: (unit) => ofUnits[unit] ?? EMPTY,
    weightAt: (head, place) => weights[place * width + head] ?? 0,
    copyWeights(place, to, at) {
      for (let head = 0; head < width; head += 1) to[at + head] = weights[place * width + head] ?? 0;
    },
  };
}

/**
 * How far a set of features lies from a head's dividing plane; above 0 speaks for the head's label.
 *
 * @param sum of the weights of those that the head knows
 * @param known how many those are
 */
export function marginOf({ bias }: Pick<ModelHead, 'bias'>, sum: number, known: number): number {
  return (sum + bias) / damping(known);
}

/** The probability, 0 … 1, that a margin stands for; calibrated on rows that the head was not trained on. */
export function calibrate({ calibration }: Pick<ModelHead, 'calibration'>, margin: number): number {
  return 1 / (1 + Math.exp(-(calibration.slope * margin + calibration.intercept)));
}

/** Most features of a post are unknown: a bit a feature says so without a look at the table. */
const SIEVE_BITS = 20;
const SIEVE_MASK = (1 << SIEVE_BITS) - 1;

/** Units there are. */
const UNITS = 0x10000;

/**
 * Gives each feature of the heads a place. Those of single units come first: the weights that are asked for most lie
 * close together. The table is open; a slot has the feature and beside it, so that one look into memory brings both, its place.
 */
function numberFeatures(heads: readonly ModelHead[]): { find: (feature: number) => number; ofUnits: Int32Array; count: number } {
  const entries = heads.reduce((sum, { features }) => sum + features.length, 0);
  let bits = 4;
  while (1 << bits < entries * 2) bits += 1;
  const mask = (2 << bits) - 1;
  const shift = 32 - bits;
  const slots = new Int32Array(2 << bits).fill(EMPTY);
  const sieve = new Uint8Array(1 << (SIEVE_BITS - 3));
  let count = 0;

  const slotOf = (feature: number): number => {
    let slot = (Math.imul(feature, MULTIPLIER) >>> shift) << 1;
    while (slots[slot] !== EMPTY && slots[slot] !== feature) slot = (slot + 2) & mask;
    return slot;
  };
  for (const { features } of heads) {
    for (const feature of features) {
      slots[slotOf(feature)] = feature;
      const bit = feature & SIEVE_MASK;
      sieve[bit >>> 3] = (sieve[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  const number = (feature: number): number => {
    const slot = slotOf(feature);
    if (slots[slot] === EMPTY) return EMPTY;
    if (slots[slot + 1] === EMPTY) slots[slot + 1] = count++;
    return slots[slot + 1] ?? EMPTY;
  };
  const ofUnits = Int32Array.from({ length: UNITS }, (_unused, unit) => number(hashUnit(unit)));
  for (const { features } of heads) features.forEach(number);

  const find = (feature: number): number => {
    const bit = feature & SIEVE_MASK;
    return ((sieve[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0 ? EMPTY : (slots[slotOf(feature) + 1] ?? EMPTY);
  };
  return { find, ofUnits, count };
}
