import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { cutWindows } from '../../../../src/moderation/screening/model/windows.js';
import { segment } from '../../../../src/moderation/screening/segment.js';

const cut = (text: string) => cutWindows(text.length, segment({ text, gapBefore: () => false }));
const longText = fc.array(fc.constantFrom('江堤上的灯一盏一盏亮起来。', '好！', '一', '\n', '，', '“他说：走。”', '没有句号的一长串字'.repeat(12)), { maxLength: 120 }).map((parts) => parts.join(''));

describe('the stretches of a post that a model judges', () => {
  it('are the post alone if it is short', () => {
    expect(cut('')).toEqual([{ start: 0, end: 0 }]);
    expect(cut('好'.repeat(90))).toEqual([{ start: 0, end: 90 }]);
  });

  it('begin with all of it, leave no unit out, and lie within it', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const [whole, ...windows] = cut(text);
        expect(whole).toEqual({ start: 0, end: text.length });
        const covered = new Uint8Array(text.length).fill(windows.length === 0 ? 1 : 0);
        for (const { start, end } of windows) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          covered.fill(1, start, end);
        }
        expect(covered.every((seen) => seen === 1)).toBe(true);
      }),
    );
  });

  it('go forward, so that there is an end', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const windows = cut(text).slice(1);
        windows.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThan(windows[index]?.start ?? 0));
      }),
    );
  });

  it('are whole sentences where sentences are of a common length', () => {
    const text = '江堤上的灯一盏一盏亮起来。'.repeat(60);
    for (const { start, end } of cut(text).slice(1)) {
      expect(start === 0 || text[start - 1] === '。').toBe(true);
      expect(text[end - 1]).toBe('。');
    }
  });

  it.each([['sentences', '江堤上的灯一盏一盏亮起来。'], ['one sentence', '灯'], ['line ends', '\n']])('take work in proportion to the post, up to a length: %s', (_name, part) => {
    for (const length of [1_000, 10_000, 200_000]) {
      const windows = cut(part.repeat(Math.ceil(length / part.length))).slice(1);
      expect(windows.length).toBeLessThanOrEqual(Math.min(length / 20, 1_050));
      expect(windows.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(4 * length);
    }
  });
});
