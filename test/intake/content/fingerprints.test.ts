import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparable, sharedStretches, similarity } from '../../../src/intake/content/compare-texts.js';
import { compared } from '../../../src/intake/content/compared-text.js';
import { simHash } from '../../../src/intake/content/sim-hash.js';
import { fingerprint } from '../../../src/intake/fingerprint-revisions.js';

const WORDS = [...'江河山雪春风桥路灯船鱼树花鸟村镇街院门窗老人孩子师傅邻居志愿者清晨傍晚走来看见扶起送回擦干净修好一二三四五六七八九十的了在和把被也就都'];
const prose = (least: number, most = least) => fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((words) => words.join(''));
const seeded = { numRuns: 60, seed: 20260305 };

function distance(one: string, other: string): number {
  const bits = BigInt.asUintN(64, simHash(one) ^ simHash(other)).toString(2);
  return [...bits].filter((bit) => bit === '1').length;
}

function sharesKey(one: string, other: string): boolean {
  const keys = new Set(fingerprint(one).bandKeys);
  return fingerprint(other).bandKeys.some((key) => keys.has(key));
}

/** The text with some of its characters replaced. */
function edit(text: string, places: readonly number[]): string {
  const characters = [...text];
  for (const place of places) characters[place % characters.length] = '改';
  return characters.join('');
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a text made ready to be compared', () => {
  it('is the same whatever its spacing, punctuation, width, case and accents', () => {
    const read = (text: string) => String.fromCharCode(...compared(text).units);
    expect(read('　Ｃａｆé， 第１２号 ——“雪”！\n🐷')).toBe('cafe第12号雪');
    expect(read('cafe\u0301')).toBe(read('CAFÉ'));
    expect(read('①㈱𠮷〇')).toBe('1株𠮷〇');
  });

  it('knows where each of its units comes from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { units, starts } = compared(text);
        expect(starts).toHaveLength(units.length);
        starts.forEach((start, index) => {
          expect(start).toBeLessThan(text.length);
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : (starts[index - 1] ?? 0));
        });
      }),
      seeded,
    );
  });
});

describe('SimHash', () => {
  it('of the same words is the same', () => {
    fc.assert(fc.property(prose(1, 300), (text) => expect(distance(text, [...text].join(' '))).toBe(0)), seeded);
  });

  it('moves little with a small edit, and by half its bits with another text', () => {
    const edited = fc.sample(fc.tuple(prose(300), fc.nat()), seeded).map(([text, place]) => distance(text, edit(text, [place])));
    const unrelated = fc.sample(fc.tuple(prose(300), prose(300)), seeded).map(([one, other]) => distance(one, other));
    expect(meanOf(edited)).toBeLessThan(5);
    expect(Math.max(...edited)).toBeLessThanOrEqual(12);
    expect(meanOf(unrelated)).toBeGreaterThan(30);
    expect(meanOf(unrelated)).toBeLessThan(34);
    expect(Math.min(...unrelated)).toBeGreaterThan(14);
  });
});

describe('the keys by which copies are found', () => {
  it('are shared by texts that are alike, and not by others', () => {
    const alike = fc.sample(fc.tuple(prose(200), fc.array(fc.nat(), { minLength: 8, maxLength: 14 })), { numRuns: 120, seed: 7 }).map(([text, places]) => [text, edit(text, places)] as const);
    const near = alike.filter(([text, copy]) => similarity(comparable(text), comparable(copy), 0) >= 0.7);
    expect(near.length).toBeGreaterThan(60);
    expect(near.filter((pair) => sharesKey(...pair)).length / near.length).toBeGreaterThan(0.99);
    const unrelated = fc.sample(fc.tuple(prose(200), prose(200)), { numRuns: 120, seed: 7 });
    expect(unrelated.filter((pair) => sharesKey(...pair)).length).toBeLessThan(3);
  });

  it('are none for a text without letters', () => {
    expect(fingerprint('……！🐷').bandKeys).toEqual([]);
  });
});

describe('similarity', () => {
  it('is 1 for the same words, 0 for nothing in common, and the same either way round', () => {
    fc.assert(
      fc.property(prose(3, 80), prose(3, 80), (one, other) => {
        expect(similarity(comparable(one), comparable(` ${one}。`), 0)).toBe(1);
        expect(similarity(comparable(one), comparable('完全无关'), 0)).toBe(0);
        expect(similarity(comparable(one), comparable(other), 0)).toBe(similarity(comparable(other), comparable(one), 0));
      }),
      seeded,
    );
  });

  it('is exact: the shared 3-grams among all 3-grams', () => {
    expect(similarity(comparable('甲乙丙丁戊'), comparable('甲乙丙丁己'), 0)).toBe(2 / 4);
  });

  it('of few words counts only if they are the same', () => {
    expect(similarity(comparable('今天的雪真大啊'), comparable('今天的雪真大呀'), 40)).toBe(0);
    expect(similarity(comparable('今天的雪真大啊'), comparable('今天的雪，真大啊！'), 40)).toBe(1);
    expect(similarity(comparable('！！！'), comparable('……'), 40)).toBe(0);
  });
});

describe('stretches that two texts share', () => {
  it('are told in units of the text as written', () => {
    const text = '开头。门前的雪， 扫干净了𠮷！后来下雨';
    const [shared] = sharedStretches(comparable(text), comparable('门前的雪扫干净了𠮷'), 5, 4);
    expect(text.slice(shared?.start, shared?.end)).toBe('门前的雪， 扫干净了𠮷');
  });

  it('are the longest, in their order', () => {
    const other = comparable('春天的桥下有船一只白鹭飞过江面很远很远');
    const text = '春天的桥。一只白鹭飞过江面。桥下有船';
    expect(sharedStretches(comparable(text), other, 2, 4).map(({ start, end }) => text.slice(start, end))).toEqual(['春天的桥', '一只白鹭飞过江面']);
  });
});
