/** Digits that belong together, whatever they are written in. */
export interface DigitRun {
  /** In ASCII; an `x` that follows a digit is one of them. */
  readonly digits: string;
  /** Where each digit stands: units of the text, end exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Number of the digit with which each group begins: after a sign, or in another script. */
  readonly groups: readonly number[];
}

const NOTHING = 0;
const SEPARATOR = 11;
const INVISIBLE = 12;
/** What each unit of the basic plane is: 1 to 10 the digits 0 to 9, a sign between digits, or nothing. Every character is looked up. */
const KINDS = new Uint8Array(0x10000);
const WAYS = ['0123456789', '０１２３４５６７８９', '〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '洞幺两叄肆伍陸拐扒勾', '⓪①②③④⑤⑥⑦⑧⑨', '⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉', '○壱貳參'];
for (const way of WAYS) [...way].forEach((sign, digit) => (KINDS[sign.charCodeAt(0)] = digit + 1));
for (const sign of ' -－—–_.·・*~/|\u00a0\u3000') KINDS[sign.charCodeAt(0)] = SEPARATOR;
for (const sign of '\u200b\u200c\u200d\u2060\ufeff\ufe0f\u20e3\u00ad') KINDS[sign.charCodeAt(0)] = INVISIBLE;
/** Mathematical digits (𝟎…𝟿) are surrogate pairs. */
const MATHEMATICAL = 0xd835;
const FIRST_MATHEMATICAL = 0xdfce;
/** Signs in a row that may stand between two digits. */
const MOST_SEPARATORS = 3;

function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] ?? NOTHING) : NOTHING;
}

/** The digit at a place, or -1. */
function digitAt(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind > NOTHING && kind < SEPARATOR) return kind - 1;
  const low = text.charCodeAt(at) === MATHEMATICAL ? text.charCodeAt(at + 1) : 0;
  return low >= FIRST_MATHEMATICAL ? (low - FIRST_MATHEMATICAL) % 10 : -1;
}

/**
 * Finds runs of digits: Arabic, full-width, Chinese, circled, with up to three signs between two digits. One pass, linear.
 * @param shortest digits that a run must have
 */
export function scanDigits(text: string, shortest: number): DigitRun[] {
  const runs: DigitRun[] = [];
  let at = 0;
  while (at < text.length) {
    if (digitAt(text, at) === -1) {
      at += 1;
      continue;
    }
    const { end, count } = measureRun(text, at);
    if (count >= shortest) runs.push(readRun(text, at));
    at = end;
  }
  return runs;
}

/** Most runs are short and not worth reading. */
function measureRun(text: string, from: number): { end: number; count: number } {
  let count = 0;
  let end = from;
  for (let at = from; digitAt(text, at) !== -1; at = skipSeparators(text, end)) {
    end = at + digitLength(text, at);
    count += 1;
  }
  return { end, count };
}

function digitLength(text: string, at: number): number {
  return text.charCodeAt(at) === MATHEMATICAL ? 2 : 1;
}

function readRun(text: string, from: number): DigitRun {
  const digits: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const groups = [0];
  let at = from;
  for (let digit = digitAt(text, at); digit !== -1; digit = digitAt(text, at)) {
    const before = starts.at(-1);
    if (before !== undefined && isArabic(text, before) !== isArabic(text, at) && groups.at(-1) !== digits.length) groups.push(digits.length);
    const end = at + digitLength(text, at);
    digits.push(String(digit));
    starts.push(at);
    ends.push(end);
    at = skipSeparators(text, end);
    if (at > end && isSeparated(text, end, at)) groups.push(digits.length);
  }
  if (groups.at(-1) === digits.length) groups.pop();
  const end = ends.at(-1) ?? from;
  if (text[end] === 'x' || text[end] === 'X' || text[end] === 'Ｘ') {
    digits.push('x');
    starts.push(end);
    ends.push(end + 1);
  }
  return { digits: digits.join(''), starts, ends, groups };
}

function isArabic(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit <= 0x39 || (unit >= 0xff10 && unit <= 0xff19);
}

function skipSeparators(text: string, from: number): number {
  let at = from;
  for (let seen = 0; seen < MOST_SEPARATORS; at += 1) {
    const kind = kindAt(text, at);
    if (kind === SEPARATOR) seen += 1;
    else if (kind !== INVISIBLE) break;
  }
  return at;
}

function isSeparated(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (kindAt(text, at) === SEPARATOR) return true;
  return false;
}
