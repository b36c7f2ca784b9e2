import { to } from 'opencc-js/preset/t2cn';

import { MappedTextWriter, decode, mapText, type MappedText } from './mapped-text.js';

/** What stands for a picture, a dot or an ornament: something between characters that says nothing itself. */
const ORNAMENT = '·';

/** Pictures and signs that are written instead of a word. */
const PICTURES: Readonly<Record<string, string>> = {
  '🐷': '猪', '🐖': '猪', '🐽': '猪', '🧠': '脑', '🐶': '狗', '🐕': '狗', '🐴': '马', '🐎': '马', '🐔': '鸡', '🐓': '鸡', '🐢': '龟', '🥚': '蛋',
  '🐲': '龙', '🐉': '龙', '🥩': '肉', '🍖': '肉', '💩': '屎', '💊': '药', '💰': '钱', '💵': '钱', '💴': '钱', '🧧': '红包', '🎁': '礼物', '🚀': '火箭',
  '🐧': '企鹅', '📞': '电话', '☎': '电话', '📱': '手机', '🌟': '星', '⭐': '星', '❤': '心', '♥': '心', '💗': '心', '🏠': '家', '🔪': '刀',
  '🈶': '有', '🈚': '无', '🉐': '得', '➕': '+', '❗': '!', '❕': '!', '‼': '!', '❓': '?', '❔': '?', '🚗': '车', '🔮': '占卜', '🀄': '中', '🍌': '蕉', '🍑': '桃',
};

/** Rare look-alikes of common characters, and foreign signs read as a Chinese word. */
const VARIANTS: Readonly<Record<string, string>> = {
  祘: '算', 筭: '算', 笇: '算', 𥮉: '算', 幵: '开', 亊: '事', 苻: '符', 諴: '诚', 丂: '七', 冄: '再', 仦: '小', 夶: '大', 亼: '人', 囍: '喜', の: '的', ノ: '人',
  伈: '信', 徵: '征', 妳: '你', 祢: '你', 牠: '它', 纔: '才', 啫: '者', 釒: '金', '〇': '0', '「': '“', '」': '”', '『': '“', '』': '”', '〈': '《', '〉': '》', '…': '…',
  '・': ORNAMENT, '•': ORNAMENT, '‧': ORNAMENT, '∙': ORNAMENT, '⋅': ORNAMENT, '●': ORNAMENT, '〜': '~', '―': '—', '–': '—', '⁄': '/', '∕': '/', '丨': '|',
};

const DROPPED = 0;
const EXPANDED = 0xffff;
const PLANE = 0x10000;
/** Ligatures of whole phrases (one sign, eighteen letters) are ornaments: a text must not grow by folding. */
const LONGEST_EXPANSION = 4;

interface FoldTable {
  /** A unit for each unit of the basic plane; DROPPED for none, EXPANDED for what `expansions` holds. */
  readonly units: Uint16Array;
  readonly expansions: ReadonlyMap<number, string>;
  readonly simplified: ReadonlyMap<string, string>;
}

let table: FoldTable | undefined;

/** Single-character entries of OpenCC's traditional-to-simplified dictionaries. */
function readSimplified(): ReadonlyMap<string, string> {
  const dictionaries: unknown = to['cn'];
  const entries = JSON.stringify(dictionaries).matchAll(/(?:^|[|"])([^ |"\]]{1,2}) ([^ |"\]]{1,2})(?=[|"])/gu);
  return new Map([...entries].filter(([, from]) => [...(from ?? '')].length === 1).map(([, from, into]) => [from ?? '', into ?? '']));
}

const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\p{Cc}\u115f\u1160\u3164\uffa0\ufffd]$/u;
const PICTURE = /^[\p{So}\p{Sk}\p{Extended_Pictographic}\u{1f200}-\u{1f2ff}]$/u;
/** Signs that are So by Unicode but stand for characters (enclosed letters and numbers). */
const ENCLOSED = /^[\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\u{1f100}-\u{1f1e5}]$/u;
const LATIN = /^[\p{Script=Latin}\p{Mn}]+$/u;

function foldCodePoint(character: string, simplified: ReadonlyMap<string, string>): string {
  const known = PICTURES[character] ?? VARIANTS[character];
  if (known !== undefined) return known;
  if (character === '\n') return '\n';
  if (/^\s$/u.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (PICTURE.test(character) && !ENCLOSED.test(character) && !/^[\^`¥]$/.test(character)) return ORNAMENT;
  const compatible = character.normalize('NFKC').toLowerCase();
  if (compatible.length > LONGEST_EXPANSION) return ORNAMENT;
  const plain = LATIN.test(compatible) ? compatible.normalize('NFD').replace(/\p{Mn}/gu, '') : compatible;
  return [...plain].map((one) => VARIANTS[one] ?? simplified.get(one) ?? one).join('');
}

function buildTable(): FoldTable {
  const simplified = readSimplified();
  const units = new Uint16Array(PLANE);
  const expansions = new Map<number, string>();
  for (let unit = 0; unit < PLANE; unit += 1) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    const folded = surrogate ? '' : foldCodePoint(String.fromCharCode(unit), simplified);
    if (folded.length === 1) units[unit] = folded.charCodeAt(0);
    else if (folded.length > 1) {
      units[unit] = EXPANDED;
      expansions.set(unit, folded);
    }
  }
  return { units, expansions, simplified };
}

/**
 * One character at a time: compatibility forms (full width, circled, mathematical) to plain ones (NFKC), traditional to
 * simplified (OpenCC's character dictionary), lower case, accents off, invisible characters out, pictures to their word
 * or to an ornament. Lone surrogates go. The first of the foldings: it reads the text as it came.
 */
export function foldCharacters(text: string): MappedText {
  table ??= buildTable();
  const { units, expansions, simplified } = table;
  const plain = new Uint16Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const folded = units[text.charCodeAt(at)] ?? DROPPED;
    if (folded === EXPANDED || folded === DROPPED) {
      const unit = text.charCodeAt(at);
      // Only what is dropped for good keeps the text one unit a character.
      if (folded === EXPANDED || (unit >= 0xd800 && unit <= 0xdbff)) return foldExpanding(text, units, expansions, simplified);
      continue;
    }
    plain[length] = folded;
    starts[length] = at;
    ends[length] = at + 1;
    length += 1;
  }
  return { text: decode(plain, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length), gaps: new Uint8Array(length) };
}

/** As above, for a text in which some character becomes several or is a surrogate pair. */
function foldExpanding(text: string, units: Uint16Array, expansions: ReadonlyMap<number, string>, simplified: ReadonlyMap<string, string>): MappedText {
  const writer = new MappedTextWriter(mapText(text));
  const writeAll = (folded: string, from: number, to: number): void => {
    for (let index = 0; index < folded.length; index += 1) writer.write(folded.charCodeAt(index), from, to);
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const folded = units[unit] ?? DROPPED;
    if (folded === EXPANDED) writeAll(expansions.get(unit) ?? '', at, at + 1);
    else if (folded !== DROPPED) writer.write(folded, at, at + 1);
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint < PLANE) continue;
      writeAll(foldCodePoint(String.fromCodePoint(codePoint), simplified), at, at + 2);
      at += 1;
    }
  }
  return writer.finish();
}
