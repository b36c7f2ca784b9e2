import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { viewCharacters, viewSounds } from '../../../../src/moderation/screening/model/model-view.js';
import { readSpelling, syllableOf } from '../../../../src/moderation/screening/model/syllables.js';

const soundsOf = (text: string) => [...viewSounds(text).units];
const anyText = fc.string({ unit: fc.constantFrom(...'算命加微信很准，。 12x', 'suan', 'ming', 'qq', '\ud83d') });

describe('how a text sounds', () => {
  it.each([
    ['spelt out', 'suanming', '算命'],
    ['half spelt', '算ming', '算命'],
    ['with another character of the sound', '蒜名', '算命'],
    ['with a sound that many take for another', '撒鸡', '杀鸡'],
    ['with signs between', '算，命。', '算命'],
  ])('is the same %s', (_name, disguised, plain) => {
    expect(soundsOf(disguised)).toEqual(soundsOf(plain));
  });

  it.each([['算命', '天气'], ['suanming', 'good'], ['加微信', '下大雪']])('is not the same for %s and %s', (one, other) => {
    expect(soundsOf(one)).not.toEqual(soundsOf(other));
  });

  it('is read in syllables only where the letters are some', () => {
    expect(readSpelling('suanming')?.map(({ length }) => length)).toEqual([4, 4]);
    expect(readSpelling('kubernetes')).toBeNull();
    expect(syllableOf('a'.charCodeAt(0))).toBe(0);
  });
});

describe.each([['characters', viewCharacters], ['sounds', viewSounds]])('a view of %s', (_name, view) => {
  it('knows for each unit the stretch that it stands for, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const seen = view(text);
        let last = 0;
        seen.units.forEach((_unit, index) => {
          expect(seen.startOf(index)).toBeGreaterThanOrEqual(last);
          expect(seen.endOf(index)).toBeGreaterThan(seen.startOf(index));
          expect(seen.indexAt(seen.startOf(index))).toBe(index);
          last = seen.endOf(index);
        });
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('sees any price as one', () => {
    expect(view('一卦88元').units).toEqual(view('一卦66元').units);
  });
});
