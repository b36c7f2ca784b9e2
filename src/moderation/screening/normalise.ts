import { collapseRepeats } from './collapse-repeats.js';
import { dropSeparators } from './drop-separators.js';
import { foldCharacters } from './fold-characters.js';
import { joinSplitCharacters } from './join-split-characters.js';
import type { Folding } from './mapped-text.js';

/** The steps after the folding of characters, in their order; each sees the text as the one before left it. */
const FOLDINGS: readonly Folding[] = [dropSeparators, joinSplitCharacters, collapseRepeats];

/** Goes up with every change of what a text becomes; models and kept fingerprints belong to one version. */
export const NORMALISER_VERSION = 2;

export interface NormalisedText {
  /** The text as rules see it: simplified characters, lower case, half-width, without disguise. */
  readonly text: string;
  /** First UTF-16 unit of the original that unit `index` of the text stands for. */
  sourceStart(index: number): number;
  /** The unit after the last of the original that unit `index` stands for. */
  sourceEnd(index: number): number;
  /** Whether a word gap was dropped before unit `index`. */
  gapBefore(index: number): boolean;
}

/**
 * Sees through the usual disguises of a text and keeps an exact map back: for a match `[start, end)` in the result,
 * `original.slice(sourceStart(start), sourceEnd(end - 1))` is what was written. Linear in the text; never throws, not
 * even on lone surrogates.
 */
export function normalise(text: string): NormalisedText {
  const folded = FOLDINGS.reduce((seen, fold) => fold(seen), foldCharacters(text));
  return {
    text: folded.text,
    sourceStart: (index) => folded.starts[index] ?? text.length,
    sourceEnd: (index) => folded.ends[index] ?? text.length,
    gapBefore: (index) => folded.gaps[index] === 1,
  };
}
