import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutSegments, type Mark } from '../../../src/console/review/cut-segments.js';

const texts = fc.string({ unit: fc.constantFrom('文', '明', '𠮷', '😀', 'a', '\n', ' '), maxLength: 40 });
const marks = fc.array(fc.record({ start: fc.integer({ min: -3, max: 60 }), end: fc.integer({ min: -3, max: 60 }), finding: fc.nat(5) }), { maxLength: 8 });

const covers = (at: number) => (mark: Mark) => mark.start <= at && at < mark.end;

describe('marking findings in a text', () => {
  it('leaves a text without findings in one piece', () => {
    expect(cutSegments('光盘行动', [])).toEqual([{ start: 0, text: '光盘行动', findings: [], ending: [] }]);
    expect(cutSegments('', [])).toEqual([]);
  });

  it('cuts overlapping findings where each begins and ends', () => {
    const segments = cutSegments('加微信看八字', [
      { start: 0, end: 3, finding: 0 },
      { start: 2, end: 6, finding: 1 },
    ]);
    expect(segments.map(({ text, findings, ending }) => [text, findings, ending])).toEqual([
      ['加微', [0], []],
      ['信', [0, 1], [0]],
      ['看八字', [1], [1]],
    ]);
  });

  it('never loses or doubles a character, whatever the marks', () => {
    fc.assert(
      fc.property(texts, marks, (text, given) => {
        const segments = cutSegments(text, given);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { start, text: piece } of segments) expect(text.slice(start, start + piece.length)).toBe(piece);
      }),
    );
  });

  it('gives every character exactly the findings whose marks cover it', () => {
    fc.assert(
      fc.property(texts, marks, (text, given) => {
        for (const { start, text: piece, findings } of cutSegments(text, given)) {
          for (let at = start; at < start + piece.length; at += 1) {
            expect(findings).toEqual([...new Set(given.filter(covers(at)).map(({ finding }) => finding))].sort((a, b) => a - b));
          }
        }
      }),
    );
  });

  it("prints a finding's number once for each end of its marks that lies in the text", () => {
    fc.assert(
      fc.property(texts, marks, (text, given) => {
        const printed = cutSegments(text, given).flatMap(({ start, text: piece, ending }) => ending.map((finding) => `${start + piece.length} ${finding}`));
        const due = given
          .filter(({ start, end }) => Math.max(0, start) < Math.min(end, text.length))
          .map(({ end, finding }) => `${Math.min(end, text.length)} ${finding}`);
        expect([...printed].sort()).toEqual([...new Set(due)].sort());
      }),
    );
  });
});
