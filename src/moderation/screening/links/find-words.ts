import type { Stretch } from '../read-stance.js';
import { signSet } from '../sign-set.js';

interface WordIndex {
  readonly begins: (text: string, at: number) => boolean;
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
}

/** One index a list of the policy; gone with the policy. */
const INDEXES = new WeakMap<readonly string[], WordIndex>();

function indexOf(words: readonly string[]): WordIndex {
  const known = INDEXES.get(words);
  if (known !== undefined) return known;
  const byFirst = new Map<string, string[]>();
  for (const word of words) byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);
  const index = { begins: signSet([...byFirst.keys()].join('')), byFirst };
  INDEXES.set(words, index);
  return index;
}

/** The places of words in a text, at most `most`; one pass. */
export function findWords(text: string, words: readonly string[], most: number): Stretch[] {
  const { begins, byFirst } = indexOf(words);
  const found: Stretch[] = [];
  for (let at = 0; at < text.length && found.length < most; at += 1) {
    if (!begins(text, at)) continue;
    const word = byFirst.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
    if (word !== undefined) found.push({ start: at, end: at + word.length });
  }
  return found;
}
