import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { joinSplitCharacters } from '../../../src/moderation/screening/join-split-characters.js';
import { mapText } from '../../../src/moderation/screening/mapped-text.js';

const join = (text: string) => joinSplitCharacters(mapText(text));

describe('characters written as their halves', () => {
  it.each([
    ['弓虽女干犯', '强奸犯'],
    ['加微亻言', '加微信'],
    ['讠成亻言', '诚信'],
    ['女表子', '婊子'],
    ['马扁人', '骗人'],
    ['贝兼钅戋', '赚钱'],
    ['犭者脑', '猪脑'],
    ['亻故饣反', '做饭'],
  ])('are put together: %s is %s', (written, read) => {
    expect(join(written).text).toBe(read);
  });

  it.each([
    ['女干部'], ['女干警'], ['石马村'], ['言午后'], ['女表演者'], ['马上'], ['木头'], ['白天'], ['弓箭'], ['女生'], ['石头'], ['尸体'], ['走路'], ['亻'], ['亻 言'],
  ])('that are words themselves stay apart: %s', (written) => {
    expect(join(written).text).toBe(written);
  });

  it('are mapped to both halves', () => {
    const { text, starts, ends } = join('加微亻言吧');
    expect(text).toBe('加微信吧');
    expect([...starts]).toEqual([0, 1, 2, 4]);
    expect([...ends]).toEqual([1, 2, 4, 5]);
  });

  it('leave nothing out: the stretches of the result lie end to end over all that was written', () => {
    const halves = fc.constantFrom(...'弓虽女干部亻言讠成石马村白勺马扁a。', '\ud83d', '\udc00');
    fc.assert(
      fc.property(fc.string({ unit: halves, maxLength: 40 }), (written) => {
        const { text, starts, ends } = join(written);
        expect([...starts]).toEqual([0, ...ends].slice(0, text.length));
        expect(text === '' ? 0 : ends.at(-1)).toBe(written.length);
      }),
      { numRuns: 300 },
    );
  });
});
