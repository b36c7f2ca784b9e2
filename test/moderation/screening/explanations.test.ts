import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { createScreener, type Finding } from '../../../src/moderation/screening/screen.js';
import { suiteTexts } from './suite-texts.js';

const screener = createScreener(firstEdition());
const TEXTS = ['incivility', 'superstition', 'deception-and-ordinary', 'minimal-pairs'].flatMap(suiteTexts);
const held = TEXTS.map((text) => ({ text, ...screener.screen({ id: 'post', text }) })).filter(({ outcome }) => outcome === 'HOLD');
const ofModel = held.flatMap(({ text, findings }) => findings.filter(({ check }) => check === 'model').map((finding) => ({ text, finding })));

/** The words that an explanation of a model quotes, with their shares. They may hold quotation marks themselves. */
function quotedBy({ explanation: { zh } }: Finding): { words: string; share: number }[] {
  const parts = zh.slice(zh.indexOf('“') + 1).split(/”（(\d+) %）(?:、“|。$)/);
  return parts.flatMap((words, index) => (index % 2 === 0 && words !== '' ? [{ words, share: Number(parts[index + 1]) }] : []));
}

const quotesPost = ({ explanation, spans }: Finding, text: string) => spans.some(({ text: words }) => text.includes(words) && explanation.zh !== '' && explanation.en !== '');

describe('why a post is held', () => {
  it('is said by at least one finding that points at words of the post', () => {
    expect(held.length).toBeGreaterThan(300);
    expect(held.filter(({ text, findings }) => !findings.some((finding) => quotesPost(finding, text))).map(({ text }) => text)).toEqual([]);
  });

  it('is a sentence in Chinese and one in English', () => {
    for (const { findings } of held) {
      for (const { explanation } of findings) {
        expect(explanation.zh).toMatch(/\p{Script=Han}.*。$/su);
        expect(explanation.en).toMatch(/^[“A-Z].*\.$/su);
      }
    }
  });

  it('is said by a model with the words that weighed most, and the share of each, in both languages', () => {
    expect(ofModel.length).toBeGreaterThan(200);
    for (const { text, finding } of ofModel) {
      const words = quotedBy(finding);
      expect({ text, said: words.length > 0 }).toEqual({ text, said: true });
      for (const { words: quotation, share } of words) {
        expect(text).toContain(quotation);
        expect(finding.explanation.en).toContain(`“${quotation}” (${share} %)`);
      }
      expect(words.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(101);
    }
  });

  it('quotes what the spans show: they are the same stretches of the post', () => {
    for (const { text, finding } of ofModel) {
      const shown = finding.spans.map(({ text: words }) => words).join('');
      for (const { words } of quotedBy(finding)) expect({ text, shown: shown.includes(words) }).toEqual({ text, shown: true });
    }
  });
});

describe('spans of every finding', () => {
  const disguise = fc.constantFrom('', '', '', '\u200b', '·', ' ', '\ud83d', '🈲', '亻', '\n');
  const disguised = fc.tuple(fc.constantFrom(...TEXTS), fc.array(disguise, { minLength: 1, maxLength: 12 })).map(([text, signs]) =>
    text.split('').map((unit, index) => unit + (signs[index % signs.length] ?? '')).join(''));

  it('reproduce the post, however it is disguised', () => {
    fc.assert(
      fc.property(disguised, disguised, (title, text) => {
        for (const { spans, titleSpans } of screener.screen({ id: 'post', title, text }).findings) {
          for (const { start, end, text: words } of spans) expect(text.slice(start, end)).toBe(words);
          for (const { start, end, text: words } of titleSpans) expect(title.slice(start, end)).toBe(words);
        }
      }),
      { numRuns: 200 },
    );
  });
});
