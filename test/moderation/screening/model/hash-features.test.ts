import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { FEATURE_SPACE, hashGrams, hashPair, hashSense, LONGEST_GRAM, NO_GRAM } from '../../../../src/moderation/screening/model/hash-features.js';

const feature = fc.integer({ min: 0, max: FEATURE_SPACE - 1 });
const unitsOf = (text: string) => Uint16Array.from(text, (unit) => unit.charCodeAt(0));

function grams(text: string, from = 0, to = text.length): { feature: number; gram: string }[] {
  const hashes = new Int32Array(LONGEST_GRAM * (to - from));
  hashGrams(unitsOf(text), from, to, hashes);
  return [...hashes].flatMap((hash, at) => {
    const start = from + Math.floor(at / LONGEST_GRAM);
    return hash === NO_GRAM ? [] : [{ feature: hash, gram: text.slice(start, start + (at % LONGEST_GRAM) + 1) }];
  });
}

describe('features hashed from a text', () => {
  it('are every gram of one to four units, and none that leaves the stretch', () => {
    expect(grams('算命很准啊', 1, 5).map(({ gram }) => gram)).toEqual(['命', '命很', '命很准', '命很准啊', '很', '很准', '很准啊', '准', '准啊', '啊']);
    expect(LONGEST_GRAM).toBe(4);
  });

  it('depend on the gram alone, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), (before, after) => {
        const alone = grams('算命').find(({ gram }) => gram === '算命')?.feature;
        const amid = grams(`${before}算命${after}`).filter(({ gram }) => gram === '算命');
        expect(amid.length).toBeGreaterThan(0);
        for (const { feature: found } of amid) expect(found).toBe(alone);
      }),
    );
  });

  it('are numbers within the space, and seldom the same for two grams', () => {
    const text = Array.from({ length: 3_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7_919) % 5_000))).join('');
    const found = grams(text);
    expect(found.every(({ feature: hash }) => Number.isInteger(hash) && hash >= 0 && hash < FEATURE_SPACE)).toBe(true);
    const distinct = new Set(found.map(({ gram }) => gram)).size;
    expect(new Set(found.map(({ feature: hash }) => hash)).size).toBeGreaterThan(0.99 * distinct);
  });

  it('tell a gram of one unit from the beginning of a longer one', () => {
    expect(new Set(grams('啊啊啊啊').map(({ feature: hash }) => hash)).size).toBe(4);
  });
});

describe('the feature of two senses together', () => {
  it('does not ask which came first', () => {
    fc.assert(fc.property(feature, feature, (one, other) => hashPair(one, other) === hashPair(other, one)));
  });

  it('lies within the space and is neither of the two', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const [first, second] = [hashSense(one), hashSense(other)];
        const both = hashPair(first, second);
        expect(both >= 0 && both < FEATURE_SPACE).toBe(true);
        expect([first, second]).not.toContain(both);
      }),
    );
  });
});
