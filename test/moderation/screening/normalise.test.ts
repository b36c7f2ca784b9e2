import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { normalise } from '../../../src/moderation/screening/normalise.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'算命 ·・.*-祘微信ｖＶ１⑥½㎏', '🐷', '\u200b', '\ufe0f', '\u0301', 'é', '臺', '\ud83d', '\udc00', '\n', 'aaa', 'ﷺ', '弓虽', '女干', '亻', '言', '讠', '马') }),
);

describe('seeing through disguise', () => {
  it.each([
    ['inserted signs', '算·命、改/名、塔 罗', '算命、改名、塔罗'],
    ['zero-width characters', '算\u200b命\u2060改\ufeff名', '算命改名'],
    ['pictures between characters', '南🈲蛮🈲子', '南蛮子'],
    ['pictures for words', '🐷🧠', '猪脑'],
    ['traditional characters', '腦殘，樓主', '脑残,楼主'],
    ['full-width and circled forms', '加Ｖ：ａｂ１２，⑥⑥⑥元', '加v:ab12,666元'],
    ['letters set apart', '你就是个 s b', '你就是个sb'],
    ['rare look-alikes', '祘命', '算命'],
    ['accents', 'suàn', 'suan'],
    ['characters in halves', '加微亻言，弓虽女干', '加微信,强奸'],
    ['halves set apart', '微 亻 言', '微信'],
    ['shouting', '滚滚滚滚！！！！', '滚滚!!'],
  ])('folds %s', (_name, written, seen) => {
    expect(normalise(written).text).toBe(seen);
  });

  it('leaves numbers, addresses and English as they are', () => {
    expect(normalise('电话 138-0000-0000，价 66.6 元，1000').text).toBe('电话138-0000-0000,价66.6元,1000');
    expect(normalise('a good deed').text).toBe('a good deed');
  });

  it('maps every unit back to what was written, in order', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        const seen = normalise(written);
        let last = 0;
        for (let index = 0; index < seen.text.length; index += 1) {
          const start = seen.sourceStart(index);
          const end = seen.sourceEnd(index);
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : seen.sourceStart(index - 1));
          expect(end).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds a hidden word where it was written, whatever stands around it', () => {
    const disguise = fc.constantFrom('', ' ', '·', '\u200b', '*', '/', '🈲', '~', '  ');
    const around = fc.string({ unit: fc.constantFrom(...'今天好，。a1 ') });
    fc.assert(
      fc.property(around, around, disguise, disguise, (before, after, first, second) => {
        const hidden = `塔${first}羅${second}牌`;
        const written = `${before}。${hidden}。${after}`;
        const seen = normalise(written);
        const at = seen.text.indexOf('塔罗牌');
        expect(at).toBeGreaterThan(-1);
        expect(written.slice(seen.sourceStart(at), seen.sourceEnd(at + 2))).toBe(hidden);
      }),
    );
  });

  it('does not grow or stall on hostile text', () => {
    for (const unit of ['ﷺ', '·', ' ', '\u0301', '\ud83d', '🐷', 'a-']) {
      const seen = normalise(unit.repeat(100_000));
      expect(seen.text.length).toBeLessThanOrEqual(400_000);
    }
  });
});
