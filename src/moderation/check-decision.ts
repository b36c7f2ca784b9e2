import { sql } from 'kysely';
import { HubError, type Tx, queryOne } from '../platform/index.js';
import { categoryOf } from './current-policy.js';
import type { PolicyCategory } from './policy/policy-pack.js';
import type { Span } from './screening/screen.js';
import type { DecisionAction } from './standing-states.js';

export interface DecisionInput {
  readonly reviewId: string;
  readonly claimToken: string;
  readonly action: DecisionAction;
  readonly category?: string | null;
  readonly rationale?: string | null;
  /** UTF-16 units of the post's text. */
  readonly spans?: readonly { readonly start: number; readonly end: number }[] | null;
  /** Whether the post should be considered for promotion; counts with CLEAR. */
  readonly nominate?: boolean | null;
}

const MOST_RATIONALE = 4_000;
const MOST_SPANS = 100;

/** Half of a character that UTF-16 writes in two units. */
const BROKEN_EDGE = /^[\udc00-\udfff]|[\ud800-\udbff]$/;

/**
 * Checks what a person gave as grounds: a restriction needs a category and a rationale, passing a review on a rationale.
 * @param review of which the spans point into the text
 * @throws HubError REQUIRED, TOO_LONG, UNKNOWN_CATEGORY, BAD_SPAN
 */
export async function checkDecision(
  tx: Tx,
  review: { readonly postId: string; readonly revision: number },
  input: DecisionInput,
): Promise<{ category: PolicyCategory | null; rationale: string | null; spans: readonly Span[] }> {
  const restricts = input.action === 'RETURN' || input.action === 'REMOVE';
  const code = input.category?.trim() ?? '';
  if (code === '' && restricts) throw new HubError('REQUIRED', `${input.action} needs the category of the policy that the post breaks.`, 'category');
  const category = code === '' ? null : await categoryOf(tx, code, 'category');
  const rationale = checkRationale(input.rationale);
  if (rationale === null && input.action !== 'CLEAR') throw new HubError('REQUIRED', `${input.action} needs a rationale: the site will read it.`, 'rationale');
  return { category, rationale, spans: await checkSpans(tx, review, input.spans ?? []) };
}

/**
 * A rationale without the white space around it, or null where there is none.
 * @throws HubError TOO_LONG
 */
export function checkRationale(written: string | null | undefined): string | null {
  const rationale = written?.trim() ?? '';
  if (rationale.length > MOST_RATIONALE) throw new HubError('TOO_LONG', `A rationale has at most ${MOST_RATIONALE} characters.`, 'rationale');
  return rationale === '' ? null : rationale;
}

async function checkSpans(tx: Tx, review: { readonly postId: string; readonly revision: number }, spans: NonNullable<DecisionInput['spans']>): Promise<Span[]> {
  if (spans.length === 0) return [];
  if (spans.length > MOST_SPANS) throw new HubError('TOO_LONG', `A decision marks at most ${MOST_SPANS} spans.`, 'spans');
  const row = await queryOne(tx, sql<{ text: string }>`select text from revisions where post_id = ${review.postId} and number = ${review.revision}`);
  const text = row?.text ?? '';
  return spans.map(({ start, end }, position) => {
    if (start < 0 || end <= start || end > text.length) throw new HubError('BAD_SPAN', `A span must lie within the text's ${text.length} characters.`, `spans.${position}`);
    const marked = text.slice(start, end);
    if (BROKEN_EDGE.test(marked)) throw new HubError('BAD_SPAN', 'A span must not cut a character in two.', `spans.${position}`);
    return { start, end, text: marked };
  });
}
