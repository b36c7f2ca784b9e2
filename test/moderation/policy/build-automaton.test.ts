import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { buildAutomaton } from '../../../src/moderation/policy/build-automaton.js';

describe('finding many terms in one pass', () => {
  it('finds exactly what searching for each term finds', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', 'a'), minLength: 1, maxLength: 4 });
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '。'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (words, written) => {
        const found: string[] = [];
        buildAutomaton(words).scan(written, (pattern, end) => found.push(`${pattern}@${end}`));
        const expected = words.flatMap((one, pattern) =>
          [...written].flatMap((_unit, start) => (written.startsWith(one, start) ? [`${pattern}@${start + one.length}`] : [])),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });
});
