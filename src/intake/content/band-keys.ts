import { type GramHashes, mix } from './gram-hashes.js';

/**
 * Rows a band and bands. The chance that two texts of Jaccard similarity s share a key is 1 - (1 - s^3)^12: 0.95 for 0.6,
 * 0.99 for 0.7, and less than 0.002 for unrelated texts, which rarely exceed 0.05. A SimHash banded for a Hamming
 * distance of 3 would need a similarity of about 0.97; reprints with a few words changed differ in 4 to 14 bits.
 */
const ROWS = 3;
const BANDS = 12;
const FUNCTIONS = ROWS * BANDS;

/** Odd multipliers and summands of the hash functions; fixed, as keys are stored. */
const MULTIPLIERS = Int32Array.from({ length: FUNCTIONS }, (_, index) => mix(Math.imul(index + 1, 0x9e3779b1)) | 1);
const SUMMANDS = Int32Array.from({ length: FUNCTIONS }, (_, index) => mix(Math.imul(index + 1, 0x85ebca77)));

/**
 * Keys by which near copies are found in an index: MinHash (Broder 1997) of the set of 3-grams in bands of three, and one
 * key for the text as a whole, by which texts too short for grams are found.
 * @returns distinct signed 32-bit keys; none for a text without letters
 */
export function bandKeysOf({ low }: GramHashes): number[] {
  if (low.length === 0) return [];
  const smallest = new Int32Array(FUNCTIONS).fill(0x7fffffff);
  for (let row = 0; row < FUNCTIONS; row += 1) {
    const multiplier = MULTIPLIERS[row] ?? 1;
    const summand = SUMMANDS[row] ?? 0;
    let least = 0x7fffffff;
    for (let at = 0; at < low.length; at += 1) {
      const value = (Math.imul(low[at] ?? 0, multiplier) + summand) | 0;
      if (value < least) least = value;
    }
    smallest[row] = least;
  }
  const keys = new Set<number>([low.reduce((whole, gram) => mix(Math.imul(whole, 31) ^ gram), low.length)]);
  for (let band = 0; band < BANDS; band += 1) {
    let key = band;
    for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) key = mix(Math.imul(key, 31) ^ (smallest[row] ?? 0));
    keys.add(key);
  }
  return [...keys];
}
