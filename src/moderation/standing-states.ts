/** Where a post stands, in the order of a post's life. */
export const STANDINGS = ['PENDING', 'HELD', 'PUBLISHABLE', 'RETURNED', 'REMOVED', 'WITHDRAWN'] as const;
export type Standing = (typeof STANDINGS)[number];

type ScreeningOutcome = 'CLEAR' | 'HOLD';

/** What a person may decide. */
export const DECISION_ACTIONS = ['CLEAR', 'RETURN', 'REMOVE', 'ESCALATE'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** What moves a post: a screening, a person's decision, its undoing, or the withdrawal by its site. */
export type StandingCause =
  | { readonly cause: 'SCREEN'; readonly outcome: ScreeningOutcome }
  | { readonly cause: 'DECIDE'; readonly action: DecisionAction }
  | { readonly cause: 'UNDO'; readonly backTo: Standing }
  | { readonly cause: 'WITHDRAW' };

type Moves = Readonly<Partial<Record<Standing, Standing>>>;

/** Automation may clear or hold; what a person removed stays removed, whatever the site sends next. */
const screen: Readonly<Record<ScreeningOutcome, Moves>> = {
  CLEAR: { PENDING: 'PUBLISHABLE', HELD: 'PUBLISHABLE', PUBLISHABLE: 'PUBLISHABLE', RETURNED: 'PUBLISHABLE', REMOVED: 'REMOVED', WITHDRAWN: 'WITHDRAWN' },
  HOLD: { PENDING: 'HELD', HELD: 'HELD', PUBLISHABLE: 'HELD', RETURNED: 'HELD', REMOVED: 'REMOVED', WITHDRAWN: 'WITHDRAWN' },
};

/** Only what waits for a person or is public can be decided; what is public can't be sent back for changes, only removed. */
const decide: Readonly<Record<DecisionAction, Moves>> = {
  CLEAR: { HELD: 'PUBLISHABLE', PUBLISHABLE: 'PUBLISHABLE' },
  RETURN: { HELD: 'RETURNED' },
  REMOVE: { HELD: 'REMOVED', PUBLISHABLE: 'REMOVED' },
  ESCALATE: { HELD: 'HELD', PUBLISHABLE: 'PUBLISHABLE' },
};

/** Where the undoing of a decision may lead back to: where some decision could have led here from. */
const undo: Readonly<Record<Standing, readonly Standing[]>> = {
  PENDING: [],
  HELD: ['HELD'],
  PUBLISHABLE: ['HELD', 'PUBLISHABLE'],
  RETURNED: ['HELD'],
  REMOVED: ['HELD', 'PUBLISHABLE'],
  WITHDRAWN: [],
};

/**
 * Where a post stands after something happened to it.
 * @returns undefined when that must not happen to a post that stands there
 */
export function nextStanding(from: Standing, why: StandingCause): Standing | undefined {
  switch (why.cause) {
    case 'SCREEN':
      return screen[why.outcome][from];
    case 'DECIDE':
      return decide[why.action][from];
    case 'UNDO':
      return undo[from].includes(why.backTo) ? why.backTo : undefined;
    case 'WITHDRAW':
      return 'WITHDRAWN';
  }
}
