import type { ScreenedDocument } from './screened-document.js';

const LONGEST_SPELLING = 6;

function isIdeograph(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** A long post may hold a few such places by chance. */
const UNITS_A_PLACE = 100;

/** Whether a post has at least `fewest` disguised places, and one a hundred units. */
export function isDisguised(document: Pick<ScreenedDocument, 'text' | 'joinedAt'>, fewest: number): boolean {
  return countDisguises(document) >= Math.max(fewest, document.text.length / UNITS_A_PLACE);
}

/**
 * How often a post's words look disguised: ideographs that something was put between, and short runs of letters that
 * stand among ideographs as if they were some. Ordinary posts have none or one such place (`T恤`, `a级`).
 */
export function countDisguises({ text, joinedAt }: Pick<ScreenedDocument, 'text' | 'joinedAt'>): number {
  let count = 0;
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const before = text.charCodeAt(at - 1);
    if (isIdeograph(unit) && isIdeograph(before) && joinedAt(at)) count += 1;
    if (!isLetter(unit) || !isIdeograph(before)) continue;
    let end = at + 1;
    while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
    if (end - at <= LONGEST_SPELLING && isIdeograph(text.charCodeAt(end))) count += 1;
    at = end - 1;
  }
  return count;
}
