import { describe, expect, it } from '@jest/globals';
import { hasRunWild } from '../../../src/moderation/brake/has-run-wild.js';
import { firstEdition } from '../../../src/moderation/policy/first-edition.js';

const settings = firstEdition().brake;
const wild = { matched: 60, screened: 200, longRunMatched: 50, longRunScreened: 10_000 };

describe('a rule has run wild', () => {
  it('when it matches a large share, many times its own', () => {
    expect(hasRunWild(wild, settings)).toBe(true);
    expect(hasRunWild({ ...wild, longRunMatched: 0 }, settings)).toBe(true);
  });

  it.each([
    ['the share is not large', { matched: 39 }],
    ['it always matched about as many', { longRunMatched: 700 }],
    ['too few posts came in to judge by', { matched: 199, screened: 199 }],
    ['there is no history to compare with', { longRunMatched: 0, longRunScreened: 199 }],
    ['there is no history at all', { longRunMatched: 0, longRunScreened: 0 }],
  ])('not when %s', (_why, change) => {
    expect(hasRunWild({ ...wild, ...change }, settings)).toBe(false);
  });
});
