import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';

const pack = firstEdition();

describe('the first edition of the policy', () => {
  it('has every category of the policy page', () => {
    expect(pack.categories.map(({ code }) => code)).toEqual([
      'incivility.insult', 'incivility.threat', 'incivility.harassment', 'incivility.hatred', 'incivility.obscenity',
      'superstition.divination', 'superstition.ritual', 'superstition.chain', 'superstition.cure',
      'deception.fraud', 'deception.spam', 'privacy.personal-data', 'integrity.copy',
    ]);
  });

  it('has the queues, each sooner due the graver the case', () => {
    expect(pack.queues.map(({ code }) => code)).toEqual(['incivility', 'superstition', 'deception', 'privacy', 'integrity', 'sample']);
    for (const { dueInMinutes: due } of pack.queues) {
      expect(due[1]).toBeGreaterThanOrEqual(due[2]);
      expect(due[2]).toBeGreaterThanOrEqual(due[3]);
      expect(due[3]).toBeGreaterThanOrEqual(due[4]);
    }
  });

  it('uses every list and guard that it names', () => {
    const terms = JSON.stringify([pack.vocabulary, pack.guards, pack.rules]);
    const used = new Set(pack.rules.flatMap(({ guards }) => guards));
    expect(Object.keys(pack.vocabulary).filter((list) => !new RegExp(`@${list}(?![a-z-])`).test(terms))).toEqual([]);
    expect(pack.guards.filter(({ id }) => !used.has(id))).toEqual([]);
  });

  it('is applied as its own examples say', () => {
    const screener = createScreener(pack);
    const byRule = new Set(pack.rules.map(({ category }) => category));
    for (const { code, examples } of pack.categories) {
      const judge = (side: 'in' | 'out') => ({ example: `${code} ${side}`, outcome: screener.screen({ id: code, text: examples[side] }).outcome });
      expect(judge('out')).toEqual({ example: `${code} out`, outcome: 'CLEAR' });
      if (byRule.has(code)) expect(judge('in')).toEqual({ example: `${code} in`, outcome: 'HOLD' });
    }
  });
});
