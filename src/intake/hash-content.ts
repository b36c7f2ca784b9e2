import { hash } from 'node:crypto';
import type { CheckedRow } from './read-row.js';

/**
 * Tells whether two pushes of a post say the same: SHA-256, in hex, over a canonical form of all that was pushed.
 * The time is compared as a moment, topics as a set; whoever adds a field adds it at the end, when it is set.
 */
export function hashContent(row: CheckedRow): string {
  const canonical = [
    row.unitId, row.strand, row.workType, [...row.topics].sort(), row.groupId, row.participants, row.hours, row.publishedAt,
    row.title, row.html, row.text, row.summary, row.url, row.originalUrl, row.authorName, row.licence, row.language,
    row.media.map(({ kind, url, alt }) => [kind, url, alt]),
  ];
  return hash('sha256', JSON.stringify(canonical), 'hex');
}

/**
 * Tells whether two posts have the same words: SHA-256, in hex, over the text without white space.
 * A post of pictures only is told by their addresses.
 */
export function hashText(text: string, media: CheckedRow['media']): string {
  const words = text.replace(/\s+/g, '');
  return hash('sha256', words === '' ? JSON.stringify(media.map(({ url }) => url)) : words, 'hex');
}
