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
const SENTENCE_END = 1;
const CLAUSE_END = 2;
const OTHER_SIGN = 4;
/** What each unit of the basic plane does to a text; a table, because every character of every post is looked up. */
const SIGNS = new Uint8Array(0x10000);
for (const sign of ' \t、“”‘’《》"\'·.~-') SIGNS[sign.charCodeAt(0)] = OTHER_SIGN;
for (const sign of ',;:()[]{}【】—…') SIGNS[sign.charCodeAt(0)] = CLAUSE_END;
for (const sign of '。!?\n') SIGNS[sign.charCodeAt(0)] = SENTENCE_END;
const LINE_END = 0x0a;
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
    const unit = text.charCodeAt(at);
    const sign = SIGNS[unit] ?? 0;
    if (normalised.gapBefore(at)) clause += 1;
    clauses[at] = clause;
    sentences[at] = sentence;
    if (sign === SENTENCE_END || sign === CLAUSE_END) clause += 1;
    if (sign === SENTENCE_END && (quotations[at] === -1 || unit === LINE_END)) sentence += 1;
    if (quotations[at] === -1 && sign === 0) unquotedLength += 1;
  }
  return { clauses, sentences, quotations, unquotedLength };
}

function findQuotations(text: string): Int32Array {
  const quotations = new Int32Array(text.length).fill(-1);
  let number = 0;
  let opened = -1;
  let closing = '';
  for (let at = 0; at < text.length; at += 1) {
    if (SIGNS[text.charCodeAt(at)] === 0) continue;
    const sign = text.charAt(at);
    if (opened !== -1 && (sign === '\n' || at - opened > LONGEST_QUOTATION)) opened = -1;
    if (opened !== -1 && sign === closing) {
      quotations.fill(number, opened, at + 1);
      number += 1;
      opened = -1;
    } else if (opened === -1 && CLOSING[sign] !== undefined) {
      opened = at;
      closing = CLOSING[sign];
    }
  }
  return quotations;
}
