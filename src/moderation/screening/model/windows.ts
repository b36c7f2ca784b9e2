import type { Segments } from '../segment.js';
import type { Stretch } from '../read-stance.js';

/** Texts up to this many units are looked at as a whole only. */
const SHORT = 90;
/** A window holds whole sentences, about this many units. */
const WINDOW = 45;
/** A text has at most this many windows; a longer one has longer windows. */
const MOST_WINDOWS = 1_000;

/**
 * The stretches of a post that a model judges: all of it, and if it is long, windows of whole sentences that overlap by
 * half, because one offence in a long post must not drown. Linear in the text.
 */
export function cutWindows(length: number, { sentences }: Pick<Segments, 'sentences'>): Stretch[] {
  const whole = { start: 0, end: length };
  if (length <= SHORT) return [whole];
  const size = Math.max(WINDOW, Math.ceil((2 * length) / MOST_WINDOWS));
  const windows: Stretch[] = [];
  let start = 0;
  while (start < length) {
    const end = sentenceEnd(sentences, Math.min(length, start + size), length, size);
    windows.push({ start, end });
    if (end >= length) break;
    const middle = sentenceEnd(sentences, start + Math.floor(size / 2), length, size);
    start = middle < end ? middle : end;
  }
  return [whole, ...windows];
}

/** The end of the sentence that unit `at` - 1 stands in, or `at` itself if that is too far. */
function sentenceEnd(sentences: Int32Array, at: number, length: number, reach: number): number {
  const own = sentences[at - 1];
  let end = at;
  while (end < length && sentences[end] === own) {
    if (end - at > reach / 2) return at;
    end += 1;
  }
  return end;
}
