import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { type SiteRecord, sampleRate } from '../../../src/moderation/sampling/sample-rate.js';
import { wilsonInterval } from '../../../src/moderation/sampling/wilson-interval.js';

const settings = firstEdition().triage.sampling;
const clean = (decided: number): SiteRecord => ({ decided, violations: 0, cleanSince: decided });

describe("the 95 % interval of a share", () => {
  it('is the one that the literature gives', () => {
    // Newcombe (1998), table I, method 3
    const published: [number, number, number, number][] = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]];
    for (const [successes, cases, low, high] of published) {
      const interval = wilsonInterval(successes, cases);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(5, 5).high).toBe(1);
  });
});

describe("which share of a site's cleared posts people see", () => {
  it('all of a new site, then less by steps the longer its record is clean', () => {
    expect([0, 3, 19, 20, 34, 35, 188, 189, 200].map((decided) => sampleRate(clean(decided), settings))).toEqual([1, 1, 1, 0.5, 0.5, 0.1, 0.1, 0.05, 0.05]);
  });

  it('3 clean of 3 is not clean, even where the policy asks for no more', () => {
    expect(sampleRate(clean(3), { ...settings, newSiteDecisions: 3 })).toBe(1);
  });

  it('rises at once after a violation, however long the record, and falls again once enough in a row were clean', () => {
    expect(sampleRate({ decided: 200, violations: 1, cleanSince: 0 }, settings)).toBe(0.5);
    expect(sampleRate({ decided: 200, violations: 1, cleanSince: 19 }, settings)).toBe(0.5);
    expect(sampleRate({ decided: 200, violations: 1, cleanSince: 20 }, settings)).toBe(0.1);
    expect(sampleRate({ decided: 40, violations: 20, cleanSince: 20 }, settings)).toBe(1);
  });

  it('never leaves floor and ceiling; more violations never lower it; more clean decisions never raise it', () => {
    const record = fc.record({ decided: fc.integer({ min: 0, max: 200 }), share: fc.double({ min: 0, max: 1, noNaN: true }), since: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(record, ({ decided, share, since }) => {
        const violations = Math.floor(decided * share);
        const cleanSince = violations === 0 ? decided : Math.min(since, decided - violations);
        const rate = sampleRate({ decided, violations, cleanSince }, settings);
        expect(rate).toBeGreaterThanOrEqual(settings.floor);
        expect(rate).toBeLessThanOrEqual(settings.ceiling);
        if (violations < decided) expect(sampleRate({ decided, violations: violations + 1, cleanSince: 0 }, settings)).toBeGreaterThanOrEqual(rate);
        expect(sampleRate({ decided: decided + 1, violations, cleanSince: cleanSince + 1 }, settings)).toBeLessThanOrEqual(rate);
      }),
      { numRuns: 1_000 },
    );
  });
});
