import { type GramHashes, hashGrams } from './gram-hashes.js';
import { compared } from './compared-text.js';

/** SimHash of a text (see {@link simHashOf}). */
export function simHash(text: string): bigint {
  return simHashOf(hashGrams(compared(text).units));
}

/**
 * SimHash (Charikar 2002): each of the 64 bits is the majority among the grams' hashes, so the share of differing bits is
 * the angle between two texts as bags of 3-grams. Unrelated texts differ in about 32.
 * @returns signed, as PostgreSQL's bigint
 */
export function simHashOf({ low, high }: GramHashes): bigint {
  const lowBits = majority(low);
  const highBits = majority(high);
  return BigInt.asIntN(64, (BigInt(highBits >>> 0) << 32n) | BigInt(lowBits >>> 0));
}

/** For every value of a byte, its bits spread out: four counters of a byte each in two words. */
const SPREAD_LOW = Int32Array.from({ length: 256 }, (_, byte) => spread(byte & 15));
const SPREAD_HIGH = Int32Array.from({ length: 256 }, (_, byte) => spread(byte >> 4));
/** Grams until a counter of a byte may be full. */
const FULL = 255;

function spread(nibble: number): number {
  return (nibble & 1) | ((nibble & 2) << 7) | ((nibble & 4) << 14) | ((nibble & 8) << 21);
}

/** The majority of each of 32 bits; eight words count four bits each, emptied before they can overflow. */
function majority(hashes: Int32Array): number {
  const totals = new Int32Array(32);
  const counts = new Int32Array(8);
  for (let from = 0; from < hashes.length; from += FULL) {
    const to = Math.min(hashes.length, from + FULL);
    counts.fill(0);
    for (let at = from; at < to; at += 1) {
      const hash = hashes[at] ?? 0;
      for (let byte = 0; byte < 4; byte += 1) {
        const value = (hash >>> (byte * 8)) & 255;
        counts[byte * 2] = (counts[byte * 2] ?? 0) + (SPREAD_LOW[value] ?? 0);
        counts[byte * 2 + 1] = (counts[byte * 2 + 1] ?? 0) + (SPREAD_HIGH[value] ?? 0);
      }
    }
    for (let bit = 0; bit < 32; bit += 1) totals[bit] = (totals[bit] ?? 0) + (((counts[bit >> 2] ?? 0) >>> ((bit & 3) * 8)) & 255);
  }
  let bits = 0;
  for (let bit = 0; bit < 32; bit += 1) if ((totals[bit] ?? 0) * 2 > hashes.length) bits |= 1 << bit;
  return bits;
}
