import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DECISION_ACTIONS, STANDINGS, type Standing, type StandingCause, nextStanding } from '../../src/moderation/standing-states.js';

const screened = (outcome: 'CLEAR' | 'HOLD'): StandingCause => ({ cause: 'SCREEN', outcome });
const decided = (action: (typeof DECISION_ACTIONS)[number]): StandingCause => ({ cause: 'DECIDE', action });

const anyStanding = fc.constantFrom(...STANDINGS);
const anyCause: fc.Arbitrary<StandingCause> = fc.oneof(
  fc.constantFrom(screened('CLEAR'), screened('HOLD')),
  fc.constantFrom(...DECISION_ACTIONS).map(decided),
  anyStanding.map((backTo): StandingCause => ({ cause: 'UNDO', backTo })),
  fc.constant<StandingCause>({ cause: 'WITHDRAW' }),
);

describe('where a post may stand', () => {
  it.each<[Standing, StandingCause, Standing | undefined]>([
    ['PENDING', screened('CLEAR'), 'PUBLISHABLE'],
    ['PENDING', screened('HOLD'), 'HELD'],
    ['PUBLISHABLE', screened('HOLD'), 'HELD'],
    ['RETURNED', screened('CLEAR'), 'PUBLISHABLE'],
    ['RETURNED', screened('HOLD'), 'HELD'],
    ['REMOVED', screened('CLEAR'), 'REMOVED'],
    ['HELD', decided('CLEAR'), 'PUBLISHABLE'],
    ['HELD', decided('RETURN'), 'RETURNED'],
    ['HELD', decided('REMOVE'), 'REMOVED'],
    ['HELD', decided('ESCALATE'), 'HELD'],
    ['PUBLISHABLE', decided('REMOVE'), 'REMOVED'],
    ['PUBLISHABLE', decided('RETURN'), undefined],
    ['PENDING', decided('CLEAR'), undefined],
    ['REMOVED', decided('CLEAR'), undefined],
    ['WITHDRAWN', decided('CLEAR'), undefined],
    ['REMOVED', { cause: 'UNDO', backTo: 'HELD' }, 'HELD'],
    ['REMOVED', { cause: 'UNDO', backTo: 'PUBLISHABLE' }, 'PUBLISHABLE'],
    ['WITHDRAWN', { cause: 'UNDO', backTo: 'HELD' }, undefined],
  ])('%s, after %j: %s', (from, cause, to) => {
    expect(nextStanding(from, cause)).toBe(to);
  });

  it('automation never removes or returns, and never brings back what a person removed', () => {
    fc.assert(
      fc.property(anyStanding, fc.constantFrom<'CLEAR' | 'HOLD'>('CLEAR', 'HOLD'), (from, outcome) => {
        const to = nextStanding(from, screened(outcome));
        if (from === 'REMOVED') expect(to).toBe('REMOVED');
        else if (from !== 'WITHDRAWN') expect(['HELD', 'PUBLISHABLE']).toContain(to);
      }),
    );
  });

  it('whatever happens to it, a withdrawn post stays withdrawn, and every other can be withdrawn', () => {
    fc.assert(
      fc.property(anyStanding, fc.array(anyCause), (from, causes) => {
        const end = [...causes, { cause: 'WITHDRAW' } as const, ...causes].reduce<Standing>((standing, cause) => nextStanding(standing, cause) ?? standing, from);
        expect(end).toBe('WITHDRAWN');
      }),
    );
  });

  it('every decision can be undone to where it came from', () => {
    fc.assert(
      fc.property(anyStanding, fc.constantFrom(...DECISION_ACTIONS), (from, action) => {
        const to = nextStanding(from, decided(action));
        if (to !== undefined) expect(nextStanding(to, { cause: 'UNDO', backTo: from })).toBe(from);
      }),
    );
  });
});
