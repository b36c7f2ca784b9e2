import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Step, STEPS, checkPeriod, stepsOf } from '../../src/statistics/periods.js';

const DAY_MS = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const period = fc
  .record({ first: fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2090-01-01') }), days: fc.integer({ min: 0, max: 3_699 }) })
  .map(({ first, days }) => ({ start: dayOf(first), end: dayOf(first + days * DAY_MS) }));

describe('a series', () => {
  it('has every day of its period in exactly one step, whatever the length of the steps', () => {
    fc.assert(
      fc.property(period, fc.constantFrom(...STEPS), ({ start, end }, by) => {
        const steps = stepsOf({ start, end }, by);
        expect(steps[0]?.start).toBe(start);
        expect(steps.at(-1)?.end).toBe(end);
        for (const [position, step] of steps.entries()) {
          expect(step.start <= step.end).toBe(true);
          const next = steps[position + 1];
          if (next !== undefined) expect(Date.parse(next.start)).toBe(Date.parse(step.end) + DAY_MS);
        }
      }),
    );
  });

  const cases: [Step, string, string, string[]][] = [
    ['DAY', '2026-02-27', '2026-03-01', ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['WEEK', '2026-03-04', '2026-03-16', ['2026-03-04', '2026-03-09', '2026-03-16']],
    ['MONTH', '2026-01-31', '2026-03-01', ['2026-01-31', '2026-02-01', '2026-03-01']],
    ['YEAR', '2024-12-31', '2026-06-30', ['2024-12-31', '2025-01-01', '2026-01-01']],
  ];
  it.each(cases)('by %s begins its steps where the calendar does', (by, start, end, starts) => {
    expect(stepsOf({ start, end }, by).map((step) => step.start)).toEqual(starts);
  });

  it('knows the first and the last days that can be written', () => {
    expect(stepsOf({ start: '0001-01-01', end: '0002-01-01' }, 'YEAR')).toHaveLength(2);
    expect(stepsOf({ start: '9999-12-01', end: '9999-12-31' }, 'MONTH')).toEqual([{ start: '9999-12-01', end: '9999-12-31' }]);
  });
});

describe('a period', () => {
  it('may be one day, and at most 3,700', () => {
    expect(checkPeriod('2026-03-05', '2026-03-05')).toEqual({ start: '2026-03-05', end: '2026-03-05' });
    expect(checkPeriod('2026-01-01', dayOf(Date.parse('2026-01-01') + 3_699 * DAY_MS))).toBeDefined();
  });

  it.each([
    ['2026-03-06', '2026-03-05'],
    ['2026-01-01', dayOf(Date.parse('2026-01-01') + 3_700 * DAY_MS)],
  ])('from %s to %s is refused with a code', (from, to) => {
    expect(() => checkPeriod(from, to)).toThrow(expect.objectContaining({ code: 'BAD_PERIOD', field: 'to' }));
  });
});
