/** Units a gram: a sequence of three characters tells texts apart and survives small edits. */
export const GRAM = 3;

/** A 64-bit hash of each 3-gram of a compared text, in its order: low and high halves. A shorter text is one gram. */
export interface GramHashes {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export function hashGrams(units: Uint16Array): GramHashes {
  const count = units.length === 0 ? 0 : Math.max(1, units.length - GRAM + 1);
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const first = ((units[at] ?? 0) << 16) | (units[at + 1] ?? 0);
    const last = units[at + 2] ?? 0;
    low[at] = mix(Math.imul(first, 0x9e3779b1) ^ Math.imul(last, 0x85ebca77));
    high[at] = mix(Math.imul(first, 0xc2b2ae3d) ^ Math.imul(last, 0x27d4eb2f) ^ 0x165667b1);
  }
  return { low, high };
}

/** The finaliser of MurmurHash3 (Appleby): every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
