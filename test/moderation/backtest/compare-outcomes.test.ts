import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareOutcomes } from '../../../src/moderation/backtest/compare-outcomes.js';
import { type Judged, type ReplayedPost, emptyTally, tallyOutcomes } from '../../../src/moderation/backtest/outcome-tally.js';
import type { Finding } from '../../../src/moderation/screening/finding.js';

const finding = (rule: string, category: string): Finding => ({ check: 'lexicon', rule, category, severity: 2, confidence: 0.8, explanation: { zh: '辱骂。', en: 'Abuse.' }, spans: [], titleSpans: [] });
const CLEAR: Judged = { outcome: 'CLEAR', queue: null, findings: [] };
const hold = (rule: string, category = 'incivility.insult', queue = 'incivility'): Judged => ({ outcome: 'HOLD', queue, findings: [finding(rule, category)] });
const post = (postId: string, served: Judged, draft: Judged, violates?: string | null): ReplayedPost => ({
  postId, title: `题 ${postId}`, verdict: violates === undefined ? null : { violates }, served, draft, servedSampleRate: 0.1, draftSampleRate: 0.5,
});

const history = [
  post('caught-by-both', hold('rude'), hold('rude'), 'incivility.insult'),
  post('caught-by-draft', CLEAR, hold('sly'), 'incivility.insult'),
  post('missed-by-both', CLEAR, CLEAR, 'superstition.chain'),
  post('wronged-by-served', hold('blunt'), CLEAR, null),
  post('wronged-by-draft', CLEAR, hold('sly', 'deception.spam', 'deception'), null),
  post('innocent', CLEAR, CLEAR, null),
  post('undecided', CLEAR, hold('sly')),
];
const comparison = compareOutcomes(tallyOutcomes(emptyTally(), history, 2, 'sample'), 2);

describe('what a draft would have changed', () => {
  it("is measured against people's decisions, and only there", () => {
    expect(comparison).toMatchObject({ posts: 7, decided: 6 });
    expect(comparison.served).toMatchObject({ precision: { count: 1, of: 2, share: 0.5 }, recall: { count: 1, of: 3, share: 0.3333 } });
    expect(comparison.draft).toMatchObject({ precision: { count: 2, of: 3 }, recall: { count: 2, of: 3 } });
  });

  it('carries 95 % intervals, which are wide where few were decided', () => {
    const { low, high } = comparison.draft.precision;
    expect([low, high]).toEqual([0.2077, 0.9385]);
    expect(compareOutcomes(emptyTally(), 1).served.recall).toEqual({ share: null, low: 0, high: 1, count: 0, of: 0 });
  });

  it('is told by category: how often a finding of it is right, and how many violations of it were held', () => {
    expect(comparison.byCategory.map(({ category }) => category)).toEqual(['deception.spam', 'incivility.insult', 'superstition.chain']);
    expect(comparison.byCategory[1]).toMatchObject({
      served: { precision: { count: 1, of: 2 }, recall: { count: 1, of: 2 } },
      draft: { precision: { count: 2, of: 2 }, recall: { count: 2, of: 2 } },
    });
    expect(comparison.byCategory[2]).toMatchObject({ draft: { precision: { of: 0, share: null }, recall: { count: 0, of: 1 } } });
  });

  it('names what would be newly held and released, by rule, with as many examples as asked for', () => {
    expect(comparison.newlyHeld).toMatchObject({ count: 3, rules: [{ rule: 'lexicon/sly', posts: 3 }], examples: [{ postId: 'caught-by-draft' }, { postId: 'wronged-by-draft' }] });
    expect(comparison.newlyReleased).toMatchObject({ count: 1, rules: [{ rule: 'lexicon/blunt', posts: 1 }], examples: [{ title: '题 wronged-by-served', findings: [{ rule: 'blunt' }] }] });
  });

  it('forecasts the reviews a day of each queue, samples in expectation', () => {
    expect(comparison.reviewsADay).toEqual([
      { queue: 'deception', served: 0, draft: 0.5 },
      { queue: 'incivility', served: 1, draft: 1.5 },
      { queue: 'sample', served: 0.25, draft: 0.75 },
    ]);
  });

  it('is the same however the history is cut into batches, and leaves what it was given as it was', () => {
    const judged = fc.constantFrom(CLEAR, hold('a'), hold('b', 'deception.spam', 'deception'));
    const replayed = fc.tuple(judged, judged, fc.constantFrom(undefined, null, 'incivility.insult', 'deception.spam')).map(([served, draft, violates]) => post('p', served, draft, violates));
    fc.assert(
      fc.property(fc.array(replayed, { maxLength: 20 }), fc.nat(20), (posts, cut) => {
        const before = tallyOutcomes(emptyTally(), posts.slice(0, cut), 3, 'sample');
        const kept = structuredClone(before);
        const whole = compareOutcomes(tallyOutcomes(emptyTally(), posts, 3, 'sample'), 1);
        expect(compareOutcomes(tallyOutcomes(before, posts.slice(cut), 3, 'sample'), 1)).toEqual(whole);
        expect(before).toEqual(kept);
        const held = (side: 'served' | 'draft') => posts.filter((one) => one[side].outcome === 'HOLD').length;
        expect(held('draft') - held('served')).toBe(whole.newlyHeld.count - whole.newlyReleased.count);
      }),
    );
  });
});
