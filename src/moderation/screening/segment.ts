import type { NormalisedText } from './normalise.js';

/** Which clause, sentence and quotation each unit of a text stands in. */
export interface Segments {
  readonly clauses: Int32Array;
  readonly sentences: Int32Array;
  /** Number of the quotation (quotation marks or title marks) that a unit stands in, -1 outside any. */
  readonly quotations: Int32Array;
  /** Units outside quotations that are not punctuation. */
  readonly unquotedLength: number;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '"': '"' };
const SENTENCE_ENDS = new Set([...'。!?\n']);
const CLAUSE_ENDS = new Set([...',;:()[]{}【】—…']);
const UNSPOKEN = /[\s\p{P}]/u;
/** A quotation mark that is not closed within this many units quotes nothing. */
const LONGEST_QUOTATION = 400;

/**
 * Cuts a text into clauses and sentences. A sentence that is spoken within quotation marks does not end the sentence
 * around it: what is said about a quotation belongs to it.
 */
export function segment(normalised: Pick<NormalisedText, 'text' | 'gapBefore'>): Segments {
  const { text } = normalised;
  const quotations = findQuotations(text);
  const clauses = new Int32Array(text.length);
  const sentences = new Int32Array(text.length);
  let clause = 0;
  let sentence = 0;
  let unquotedLength = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (normalised.gapBefore(at)) clause += 1;
    clauses[at] = clause;
    sentences[at] = sentence;
    const ends = SENTENCE_ENDS.has(sign);
    if (ends || CLAUSE_ENDS.has(sign)) clause += 1;
    if (ends && (quotations[at] === -1 || sign === '\n')) sentence += 1;
    if (quotations[at] === -1 && !UNSPOKEN.test(sign)) unquotedLength += 1;
  }
  return { clauses, sentences, quotations, unquotedLength };
}

function findQuotations(text: string): Int32Array {
  const quotations = new Int32Array(text.length).fill(-1);
  let number = 0;
  let opened = -1;
  let closing = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (opened !== -1 && sign === closing) {
      quotations.fill(number, opened, at + 1);
      number += 1;
      opened = -1;
    } else if (opened !== -1 && (sign === '\n' || at - opened > LONGEST_QUOTATION)) opened = -1;
    else if (opened === -1 && CLOSING[sign] !== undefined) {
      opened = at;
      closing = CLOSING[sign];
    }
  }
  return quotations;
}
