import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import type { Check } from '../../../src/moderation/screening/checks.js';
import { isSampled } from '../../../src/moderation/screening/is-sampled.js';
import { allChecks, createScreener } from '../../../src/moderation/screening/screen.js';
import { suiteTexts } from './suite-texts.js';

const pack = firstEdition();
const screener = createScreener(pack);
/** The checks after these, of which some ask for more than the words. */
const OTHERS = [{ check: 'links', outcome: 'PASSED' }, ...['copies', 'flooding', 'media'].map((check) => ({ check, outcome: 'SKIPPED', reason: expect.any(String) }))];

describe('what screening answers', () => {
  it('explains a held post: rule, category, sentence, place, queue and due time', () => {
    const text = '楼主你这个废物，趁早滚出去。';
    const result = screener.screen({ id: 'post-1', text });
    expect(result).toMatchObject({ id: 'post-1', outcome: 'HOLD', queue: 'incivility', severity: 2, dueInMinutes: 480 });
    expect(result.risk).toBeGreaterThanOrEqual(pack.triage.holdAt);
    const [finding] = result.findings;
    expect(finding).toMatchObject({ check: 'lexicon', category: 'incivility.insult' });
    expect(finding?.explanation.zh).toMatch(/。$/);
    expect(finding?.spans[0]).toEqual({ start: 2, end: 7, text: '你这个废物' });
    expect(result.checks).toEqual([
      { check: 'lexicon', outcome: 'FOUND' },
      { check: 'model', outcome: 'FOUND' },
      { check: 'personal-data', outcome: 'PASSED' },
      ...OTHERS,
    ]);
  });

  it('clears an ordinary post without queue, severity or due time', () => {
    const { risk, ...answer } = screener.screen({ id: 'post-2', title: '江边的灯', text: '修灯的师傅收了工，灯一盏一盏亮起来。' });
    expect(answer).toEqual({
      id: 'post-2', outcome: 'CLEAR', queue: null, severity: null, dueInMinutes: null, findings: [],
      checks: [{ check: 'lexicon', outcome: 'PASSED' }, { check: 'model', outcome: 'PASSED' }, { check: 'personal-data', outcome: 'PASSED' }, ...OTHERS],
    });
    expect(risk).toBeLessThan(0.2);
  });

  it('says which stance set a match aside', () => {
    const { checks } = screener.screen({ id: 'post-3', text: '他当众骂我你这个废物，我截图交给了平台。' });
    expect(checks[0]).toMatchObject({ outcome: 'PASSED', reason: expect.stringContaining('reported-abuse') });
  });

  it('finds in the title what is only in the title', () => {
    const title = '你这个废物';
    const { outcome, findings } = screener.screen({ id: 'post-4', title, text: '今天下雪。' });
    expect(outcome).toBe('HOLD');
    expect(findings[0]).toMatchObject({ spans: [], titleSpans: [{ start: 0, end: 5, text: title }] });
  });

  it('reads title and text together', () => {
    expect(screener.screen({ id: 'post-5', title: '看八字断吉凶', text: '一次八十八元，私聊。' }).outcome).toBe('HOLD');
  });
});

describe('a check that fails', () => {
  const broken: Check = { name: 'broken', run: () => { throw new Error('the model is missing'); } };
  const unwilling: Check = { name: 'unwilling', run: () => ({ findings: [], skipped: 'no model is installed' }) };

  it('never clears a post by accident', () => {
    const result = createScreener(pack, [broken, ...allChecks()]).screen({ id: 'post', text: '今天下雪。' });
    expect(result).toMatchObject({ outcome: 'HOLD', queue: 'integrity', severity: 2, risk: pack.triage.holdAt });
    expect(result.checks[0]).toEqual({ check: 'broken', outcome: 'FAILED', reason: 'the model is missing' });
    expect(result.checks.slice(1).map(({ check }) => check)).toEqual(allChecks().map(({ name }) => name));
  });

  it('differs from one that was skipped', () => {
    const result = createScreener(pack, [unwilling]).screen({ id: 'post', text: '今天下雪。' });
    expect(result).toMatchObject({ outcome: 'CLEAR', checks: [{ check: 'unwilling', outcome: 'SKIPPED', reason: 'no model is installed' }] });
  });
});

describe('spans', () => {
  const fragments = fc.constantFrom(
    ...suiteTexts('minimal-pairs'), '亻言', '弓虽女干', '\u200b', ' ', '\n', '🐷', '“', '”', '\ud83d', '傻 逼', '138 1234 5678', '，', '。', 'ｖ',
  );
  const post = fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join(''));

  it('are exactly what stands in the post, inside it, in order and apart', () => {
    fc.assert(
      fc.property(post, post, (title, text) => {
        for (const finding of screener.screen({ id: 'post', title, text }).findings) {
          for (const [field, spans] of [[title, finding.titleSpans], [text, finding.spans]] as const) {
            let last = -1;
            for (const span of spans) {
              expect(field.slice(span.start, span.end)).toBe(span.text);
              expect(span.text).not.toBe('');
              expect(span.start).toBeGreaterThan(last);
              last = span.end;
            }
          }
          expect(finding.spans.length + finding.titleSpans.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile posts', () => {
  it('never throw, and answer the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const result = screener.screen({ id: 'post', text });
        expect(result.checks.every(({ outcome }) => outcome !== 'FAILED')).toBe(true);
        expect(result.risk >= 0 && result.risk <= 1).toBe(true);
        expect(screener.screen({ id: 'post', text })).toEqual(result);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a term', '你这个废物，'], ['quotations', '“你这个废物”他骂我。'], ['half a term', '你'], ['opening quotation marks', '“'], ['prices', '88元'],
    ['digits', '1 '], ['an account', 'ab1_'], ['ornaments', '🈲'], ['half characters', '亻'], ['spelt words', '算ming'], ['rules in a heap', '看八字私聊88元加微信转发不转倒霉'],
  ])('take time in proportion to their length: %s again and again', (_name, part) => {
    const long = part.repeat(Math.ceil(40_000 / part.length));
    const short = long.slice(0, long.length / 4);
    screener.screen({ id: 'warm', text: short });
    const timeOf = (text: string) => Math.min(...[1, 2].map(() => processorTime(() => screener.screen({ id: 'post', text }))));
    // In proportion would be four times; what grows with the square takes sixteen times as long.
    expect(timeOf(long)).toBeLessThan(10 * Math.max(timeOf(short), SHORTEST_TIME));
  });
});

/** What is quicker than this, in milliseconds, is not measured well. */
const SHORTEST_TIME = 15;

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('sampling of cleared posts', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `post-${index}`);

  it('takes about the share that was asked for, and the same posts every time', () => {
    const sampled = ids.filter((id) => isSampled(id, 0.1));
    expect(sampled.length).toBeGreaterThan(850);
    expect(sampled.length).toBeLessThan(1_150);
    expect(ids.filter((id) => isSampled(id, 0.1))).toEqual(sampled);
  });

  it('only adds posts when the rate is raised; none at 0, all at 1', () => {
    for (const id of ids.slice(0, 500)) {
      if (isSampled(id, 0.1)) expect(isSampled(id, 0.2)).toBe(true);
      expect(isSampled(id, 0)).toBe(false);
      expect(isSampled(id, 1)).toBe(true);
    }
  });
});
