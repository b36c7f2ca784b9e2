import type { DecisionAction, ReviewOnDeskFragment } from '../gql/graphql.js';
import type { Mark } from './cut-segments.js';

export type Review = ReviewOnDeskFragment;
export type Finding = Review['findings'][number];
export type Action = DecisionAction;

/** In the order of their buttons; the key is the first letter. */
export const ACTIONS = ['CLEAR', 'RETURN', 'REMOVE', 'ESCALATE'] as const satisfies readonly Action[];

export const ACTION_KEYS: Readonly<Record<Action, string>> = { CLEAR: 'C', RETURN: 'R', REMOVE: 'X', ESCALATE: 'E' };

/** Actions that are taken only with a reason. */
export type ReasonedAction = Exclude<Action, 'CLEAR'>;

export function needsReason(action: Action | 'RELEASE'): action is ReasonedAction {
  return action !== 'CLEAR' && action !== 'RELEASE';
}

/** RETURN and REMOVE come with a statement to the site, which names the category that was broken. */
export function needsCategory(action: Action): boolean {
  return action === 'RETURN' || action === 'REMOVE';
}

/** Colours and underlines go by the first part of a category's code. */
const FAMILIES = ['incivility', 'superstition', 'deception', 'privacy', 'integrity'] as const;
export type Family = (typeof FAMILIES)[number] | 'other';

export function familyOf(category: string): Family {
  return FAMILIES.find((family) => category.startsWith(`${family}.`)) ?? 'other';
}

/** Where findings stand in the text or the title, numbered by their place in the list. */
export function marksOf(findings: readonly Finding[], field: 'spans' | 'titleSpans'): readonly Mark[] {
  return findings.flatMap((finding, position) => finding[field].map(({ start, end }) => ({ start, end, finding: position })));
}

/** Where the text shows findings of a category: the words that a statement of reasons points at. */
export function spansOf(review: Review, category: string): readonly { start: number; end: number }[] {
  return review.findings.filter((finding) => finding.category === category).flatMap(({ spans }) => spans);
}

/** The policy's severities, 1 (slight) to 4 (grave). */
export function toSeverity(severity: number): 1 | 2 | 3 | 4 {
  return severity === 1 || severity === 2 || severity === 3 ? severity : 4;
}
