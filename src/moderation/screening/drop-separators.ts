import { MappedTextWriter, type Folding } from './mapped-text.js';

const enum Kind {
  Punctuation,
  Word,
  Letter,
  Digit,
  Space,
  Symbol,
  Line,
}

const SYMBOLS = '·._~-/\\|*^`=';
const MIDDLE_DOT = '·'.charCodeAt(0);
const SPACE = 0x20;

function classify(unit: number): Kind {
  if (unit === 0x0a) return Kind.Line;
  if (unit === SPACE) return Kind.Space;
  if (SYMBOLS.includes(String.fromCharCode(unit))) return Kind.Symbol;
  if (unit >= 0x30 && unit <= 0x39) return Kind.Digit;
  if (unit >= 0x61 && unit <= 0x7a) return Kind.Letter;
  const ideograph = (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0xd800 && unit <= 0xdfff) || (unit >= 0xf900 && unit <= 0xfaff);
  return ideograph ? Kind.Word : Kind.Punctuation;
}

/** The kind of each unit; a table, because every character of every post is looked up. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => classify(unit));

function hasSeparator(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === Kind.Space || kind === Kind.Symbol) return true;
  }
  return false;
}

/**
 * Drops what was put between characters to hide a word: spaces, dots, slashes, stars and ornaments between Chinese
 * characters, between single letters (`s b`) and single digits. A separator between two longer words also goes, so that
 * a word broken in the middle is found, but it leaves a gap mark. Hyphens and dots inside numbers, addresses and English
 * stay as they are.
 */
export const dropSeparators: Folding = (source) => {
  const { text } = source;
  if (!hasSeparator(text)) return source;
  const writer = new MappedTextWriter(source);
  const kindAt = (at: number): Kind => (at < text.length ? (KINDS[text.charCodeAt(at)] ?? Kind.Punctuation) : Kind.Punctuation);
  let before = Kind.Punctuation;
  let wordLength = 0;
  let gap = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(at);
    if (kind !== Kind.Space && kind !== Kind.Symbol) {
      writer.write(text.charCodeAt(at), at, at + 1, gap);
      gap = 0;
      wordLength = kind === before ? wordLength + 1 : 1;
      before = kind;
      at += 1;
      continue;
    }
    const from = at;
    let dotsOnly = true;
    let spaced = false;
    while (at < text.length && (kindAt(at) === Kind.Space || kindAt(at) === Kind.Symbol)) {
      spaced ||= kindAt(at) === Kind.Space;
      dotsOnly &&= text.charCodeAt(at) === MIDDLE_DOT;
      at += 1;
    }
    const after = kindAt(at);
    const alone = wordLength === 1 && kindAt(at + 1) !== after;
    const eitherAlone = wordLength === 1 || kindAt(at + 1) !== after;
    if (before === Kind.Word && after === Kind.Word) gap = eitherAlone ? 0 : 1;
    else if ((before === Kind.Letter || before === Kind.Digit) && (after === Kind.Letter || after === Kind.Digit)) {
      const joined = dotsOnly || (before === after && alone && spaced);
      if (!joined && spaced) writer.write(SPACE, from, at);
      else if (!joined) for (let index = from; index < at; index += 1) writer.write(text.charCodeAt(index), index, index + 1);
      if (!joined) before = Kind.Punctuation;
    } else if (before !== Kind.Word && after === Kind.Punctuation && !spaced && !dotsOnly) {
      // Part of an address or a mask (`x://`, `s*`): left as written.
      for (let index = from; index < at; index += 1) writer.write(text.charCodeAt(index), index, index + 1);
      before = Kind.Punctuation;
    }
    // A run of single letters stays a run of single letters: `j i a n` joins whole.
    if (before === after) wordLength = eitherAlone && before !== Kind.Word ? 0 : wordLength;
    if (before === Kind.Word && after === Kind.Word) wordLength = 0;
  }
  return writer.finish();
};
