import { type ComparedText, compared } from './compared-text.js';
import { GRAM } from './gram-hashes.js';

/** A text made ready for being compared with many. */
export interface ComparableText extends ComparedText {
  /** Its distinct 3-grams, each as one exact number. */
  readonly grams: ReadonlySet<number>;
}

/** A stretch of a text, in UTF-16 units of the original, end exclusive. */
export interface SharedStretch {
  readonly start: number;
  readonly end: number;
}

export function comparable(text: string): ComparableText {
  const read = compared(text);
  const { units } = read;
  const grams = new Set<number>();
  for (let at = 0; at + GRAM <= units.length; at += 1) grams.add(gramAt(units, at));
  return { ...read, grams };
}

/** Three units of 16 bits: a number below 2^48, which a double holds exactly. */
function gramAt(units: Uint16Array, at: number): number {
  return (units[at] ?? 0) * 0x1_0000_0000 + (units[at + 1] ?? 0) * 0x1_0000 + (units[at + 2] ?? 0);
}

/**
 * How alike two texts are: the exact Jaccard similarity of their sets of 3-grams, 0 to 1. In few words that says little:
 * if either text is shorter than `shortest` (compared units), they are alike only if they are the same, else 0.
 */
export function similarity(one: ComparableText, other: ComparableText, shortest: number): number {
  if (one.units.length < shortest || other.units.length < shortest) return sameUnits(one.units, other.units) ? 1 : 0;
  const [few, many] = one.grams.size < other.grams.size ? [one.grams, other.grams] : [other.grams, one.grams];
  let shared = 0;
  for (const gram of few) if (many.has(gram)) shared += 1;
  const all = few.size + many.size - shared;
  return all === 0 ? 0 : shared / all;
}

function sameUnits(one: Uint16Array, other: Uint16Array): boolean {
  return one.length > 0 && one.length === other.length && one.every((unit, index) => unit === other[index]);
}

/** The stretches of a text that stand in the other as well, the longest `most` of them, in their order. */
export function sharedStretches(text: ComparableText, other: ComparableText, most: number, shortest: number): SharedStretch[] {
  const { original, units, starts } = text;
  const endOf = (at: number): number => at + ((original.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at + GRAM <= units.length; at += 1) {
    if (!other.grams.has(gramAt(units, at))) continue;
    const last = found.at(-1);
    if (last !== undefined && at < last.to) last.to = at + GRAM;
    else found.push({ from: at, to: at + GRAM });
  }
  return found
    .filter(({ from, to }) => to - from >= shortest)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, most)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ start: starts[from] ?? 0, end: endOf(starts[to - 1] ?? 0) }));
}
