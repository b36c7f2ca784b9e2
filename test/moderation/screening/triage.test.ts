import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import type { Finding } from '../../../src/moderation/screening/finding.js';
import { triage } from '../../../src/moderation/screening/triage.js';

const pack = firstEdition();
const finding = (confidence: number, category = 'deception.spam', check = 'lexicon', severity: Finding['severity'] = 1): Finding => ({
  check, rule: 'a rule', category, severity, confidence, explanation: { zh: '弱', en: 'weak' }, spans: [], titleSpans: [],
});
const weigh = (findings: readonly Finding[], odds: Readonly<Record<string, number>> = {}, failed = false) => triage(findings, new Map(Object.entries(odds)), failed, pack);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the risk of a post', () => {
  it('adds up weak signs of rules where no model was asked', () => {
    expect(weigh([finding(0.3)])).toMatchObject({ outcome: 'CLEAR', risk: 0.3, queue: null });
    expect(weigh([finding(0.3), finding(0.3)])).toMatchObject({ outcome: 'HOLD', risk: 0.51, queue: 'deception' });
  });

  it('adds up signs of one family only', () => {
    expect(weigh([finding(0.3), finding(0.3, 'superstition.chain')])).toMatchObject({ outcome: 'CLEAR', risk: 0.3 });
  });

  it('lets a model that knows the words to be innocent overrule a doubtful rule, not a sure one', () => {
    expect(weigh([finding(0.55)])).toMatchObject({ outcome: 'HOLD' });
    expect(weigh([finding(0.55)], { deception: 0.001 })).toMatchObject({ outcome: 'CLEAR' });
    expect(weigh([finding(pack.triage.aloneFrom)], { deception: 0.001 })).toMatchObject({ outcome: 'HOLD' });
  });

  it('lets a doubtful rule and a doubtful model agree', () => {
    expect(weigh([], { deception: 0.4 })).toMatchObject({ outcome: 'CLEAR', risk: 0.4 });
    expect(weigh([finding(0.4)], { deception: 0.4 })).toMatchObject({ outcome: 'HOLD' });
  });

  it('counts what a model says once: its own finding adds nothing', () => {
    const alone = weigh([], { deception: 0.45 });
    expect(weigh([finding(0.45, 'deception.spam', 'model')], { deception: 0.45 })).toEqual(alone);
  });

  it('lies between 0 and 1, and no further sign ever lowers it', () => {
    const families = fc.constantFrom('deception.spam', 'incivility.insult', 'superstition.chain');
    const findings = fc.array(fc.tuple(share, families).map(([confidence, category]) => finding(confidence, category)), { maxLength: 5 });
    fc.assert(
      fc.property(findings, share, share, share, ([...before], more, one, other) => {
        const [lower, higher] = one < other ? [one, other] : [other, one];
        const { risk } = weigh(before, { deception: lower });
        expect(risk >= 0 && risk <= 1).toBe(true);
        expect(weigh(before, { deception: higher }).risk).toBeGreaterThanOrEqual(risk);
        expect(weigh([...before, finding(more)], { deception: lower }).risk).toBeGreaterThanOrEqual(risk);
      }),
    );
  });

  it('holds from holdAt on, and whatever a check could not look at', () => {
    const { holdAt } = pack.triage;
    expect(weigh([], { incivility: holdAt - 0.001 }).outcome).toBe('CLEAR');
    expect(weigh([], { incivility: holdAt + 0.001 }).outcome).toBe('HOLD');
    expect(weigh([], { incivility: 0.01 }, true)).toMatchObject({ outcome: 'HOLD', risk: holdAt, queue: pack.triage.failedCheck.queue });
  });

  it('sends a post to the queue of its gravest finding', () => {
    const held = weigh([finding(0.9), finding(0.6, 'incivility.threat', 'lexicon', 4)]);
    expect(held).toMatchObject({ queue: 'incivility', severity: 4, dueInMinutes: 30 });
  });
});
