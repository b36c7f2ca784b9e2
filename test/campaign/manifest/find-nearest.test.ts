import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findNearest } from '../../../src/campaign/manifest/find-nearest.js';

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('the nearest of several names', () => {
  it('is the one that the fewest slips of the hand lead to', () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 8 }), (word, names) => {
        const fewest = Math.min(...names.map((name) => edits(word, name)));

        expect(findNearest(word, names)).toBe(names.find((name) => edits(word, name) === fewest));
      }),
    );
  });

  it('is none where all are further off than asked', () => {
    expect(findNearest('harbim', ['harbin', 'heihe'], 1)).toBe('harbin');
    expect(findNearest('ward', ['office'], 3)).toBeUndefined();
    expect(findNearest('ward', [])).toBeUndefined();
  });
});

/** Levenshtein's definition as he gave it, slow and plain. */
function edits(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length;
  const replaced = edits(from.slice(1), to.slice(1)) + (from[0] === to[0] ? 0 : 1);
  return Math.min(replaced, edits(from.slice(1), to) + 1, edits(from, to.slice(1)) + 1);
}
