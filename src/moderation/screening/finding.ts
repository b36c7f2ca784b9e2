import type { SeverityLevel } from '../policy/policy-pack.js';
import { joinSpans, type ScreenedDocument, type Span } from './screened-document.js';

/** What a check saw in a post, where, and why it matters. */
export interface Finding {
  readonly check: string;
  readonly rule: string;
  readonly category: string;
  readonly severity: SeverityLevel;
  /** 0 … 1: how sure the rule is that the post breaks the category's rule. */
  readonly confidence: number;
  readonly explanation: { readonly zh: string; readonly en: string };
  /** In the post's text: `text.slice(start, end) === span.text`. */
  readonly spans: readonly Span[];
  /** In the post's title, likewise. */
  readonly titleSpans: readonly Span[];
}

/** Names a rule among those of all checks: `lexicon/insult-aimed`. */
export function ruleKey({ check, rule }: Pick<Finding, 'check' | 'rule'>): string {
  return `${check}/${rule}`;
}

/** Spans shown for one finding. */
export const MOST_SPANS = 20;

/** Turns stretches of the normalised post into spans of the fields that they were written in. */
export function placeSpans(document: ScreenedDocument, stretches: readonly { start: number; end: number }[]): Pick<Finding, 'spans' | 'titleSpans'> {
  const located = stretches.map(({ start, end }) => document.locate(start, end));
  const of = (field: 'title' | 'text'): Span[] => located.filter((place) => place.field === field).map(({ span }) => span);
  return {
    spans: joinSpans(of('text'), document.input.text, MOST_SPANS),
    titleSpans: joinSpans(of('title'), document.input.title ?? '', MOST_SPANS),
  };
}
