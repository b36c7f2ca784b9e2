/** Features are numbered by hashing; 24 bits keep chance meetings of two features below one in a hundred. */
const SHIFT = 8;

/** Features there can be. */
export const FEATURE_SPACE = 2 ** (32 - SHIFT);

const PRIME = 0x01000193;
const MIXER = 0x85ebca6b;

function step(state: number, unit: number): number {
  const mixed = Math.imul(state ^ unit, PRIME);
  return mixed ^ (mixed >>> 15);
}

function finish(state: number): number {
  const mixed = Math.imul(state ^ (state >>> 13), MIXER);
  return (mixed ^ (mixed >>> 16)) >>> SHIFT;
}

/** Longest gram that is a feature. */
export const LONGEST_GRAM = 4;

/** Stands for a gram that is not there, because the stretch ends before it does. */
export const NO_GRAM = -1;

/**
 * Writes the features of all grams that lie within `from` … `to` - 1: for each start four, the gram of 1 unit first,
 * `NO_GRAM` for one that would reach beyond. A list and no callback, because this runs for every gram of every post.
 *
 * @param into has room for 4 × (to - from)
 */
export function hashGrams(units: Uint16Array, from: number, to: number, into: Int32Array): void {
  let at = 0;
  for (let start = from; start < to; start += 1) {
    let state = 0;
    for (let length = 0; length < LONGEST_GRAM; length += 1, at += 1) {
      const end = start + length;
      if (end >= to) {
        into[at] = NO_GRAM;
        continue;
      }
      state = step(state, units[end] ?? 0);
      into[at] = finish(step(state, length));
    }
  }
}

/** The feature of a gram that is one unit. */
export function hashUnit(unit: number): number {
  return finish(step(step(0, unit), 0));
}

const SENSE_SEED = 0x5e45;

/** The feature that says that a term of the sense occurs. */
export function hashSense(name: string): number {
  let state = SENSE_SEED;
  for (let at = 0; at < name.length; at += 1) state = step(state, name.charCodeAt(at));
  return finish(state);
}

/** The feature that says that two senses occur side by side; the order does not matter. */
export function hashPair(one: number, other: number): number {
  return finish(step(step(SENSE_SEED + 1, Math.min(one, other)), Math.max(one, other)));
}
