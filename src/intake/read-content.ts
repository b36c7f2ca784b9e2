import { HubError } from '../platform/index.js';
import { extractText, plainText } from './content/extract-text.js';
import { hashText } from './hash-content.js';
import type { CheckedRow } from './read-row.js';

/** A row about to be written: what was pushed, and the words in it. */
export interface ReadyRow extends CheckedRow {
  /** As a reader sees it. */
  readonly text: string;
  /** In hex. */
  readonly contentHash: string;
  readonly textHash: string;
}

/**
 * Reads the words out of a row that is new or has changed; this is the costly part, so it comes after that is known.
 * @throws HubError EMPTY_TEXT when there are neither words nor media
 */
export function readContent(row: CheckedRow, contentHash: string): ReadyRow {
  const text = row.html === null ? plainText(row.text ?? '') : extractText(row.html);
  if (text === '' && row.media.length === 0) {
    throw new HubError('EMPTY_TEXT', 'Without its markup nothing is left of this post, and it has no media.', row.html === null ? 'text' : 'html');
  }
  return { ...row, text, contentHash, textHash: hashText(text, row.media) };
}
