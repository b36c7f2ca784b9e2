import type { TokenClass } from '../policy/parse-term.js';

/** A number, an amount of money or an account name; units of the normalised text, end exclusive. */
export interface Token {
  readonly kind: TokenClass;
  readonly start: number;
  readonly end: number;
}

const NUMERAL = 1;
const ARABIC = 2;
const HANDLE = 4;
/** What each unit of the basic plane may be part of; a table, because every character of every post is looked up. */
const KINDS = new Uint8Array(0x10000);
for (const sign of '0123456789一二三四五六七八九十百千万亿两零几半') KINDS[sign.charCodeAt(0)] = NUMERAL;
for (const sign of 'abcdefghijklmnopqrstuvwxyz_-') KINDS[sign.charCodeAt(0)] = HANDLE;
for (const sign of '0123456789') KINDS[sign.charCodeAt(0)] = NUMERAL | ARABIC | HANDLE;

function isA(kind: number, text: string, at: number): boolean {
  return at >= 0 && at < text.length && ((KINDS[text.charCodeAt(at)] ?? 0) & kind) !== 0;
}

const SHORTEST_HANDLE = 5;

/** Words that name the money after a number. */
const UNITS = ['元', '圆', '块钱', 'rmb', '美元', '美金', '抖币', '金币', 'w元', '大洋'];
/** Words before a number that make it a price. */
const BEFORE = /(?:[¥$价费收付交润法金版套需要卖退押]|只要|一次|[一二三四五六七八九十两每][个张位次场套单题卦瓶盒道盏座坛条对支碗组月站把份注局例樽串块罐包只枚户人家副服帖贴剂丸袋箱尊炷堂节期柱]|包月|转我|v我|做钱|挂件|起步)$/;
/** Words after a number that make it a price. */
const AFTER = /^(?:包邮|起(?![来床因点初])|[一每/][个张位次场套单题卦瓶盒道盏座坛条对支碗组串块罐只枚例注](?!小时|学生|人)|米起)/;
/** Words after a number that count something else. */
const COUNTS = /^(?:[人名个只件斤公里米平亩吨克岁年月天日号小分秒户家余多来篇字页场本票棵株%度级届期集楼层路车国种处所次步遍群好条位]|辆|台|元素)/;
/** Colloquial amounts: 一百八, 三千二. */
const COLLOQUIAL = /^[一二两三四五六七八九](?:百|千|万)[一二三四五六七八九]$/;
/** Hundreds spelt out that count nothing that follows: 套盒二百九十八。 */
const SPELT_OUT = /^[一二两三四五六七八九].*[百千].*$/;
const NOTHING_FOLLOWS = /^(?:$|[\s,。;!?)”、])/;

const LOOK = 4;

/** Finds numbers, amounts of money and account names in a normalised text, in the order of their ends; linear. */
export function scanTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isA(NUMERAL, text, at) && !isA(HANDLE, text, at - 1)) {
      const end = endOfNumber(text, at);
      tokens.push({ kind: 'number', start: at, end });
      const price = priceEnd(text, at, end);
      if (price !== null) tokens.push({ kind: 'price', start: at, end: price });
      if (!isA(ARABIC, text, at) || !isA(HANDLE, text, end)) {
        at = end;
        continue;
      }
    }
    if (isA(HANDLE, text, at)) {
      let end = at + 1;
      while (isA(HANDLE, text, end)) end += 1;
      if (isHandle(text.slice(at, Math.min(end, at + 32)))) tokens.push({ kind: 'handle', start: at, end });
      at = end;
    } else at += 1;
  }
  return tokens;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  const arabic = isA(ARABIC, text, start);
  while (isA(NUMERAL, text, end) || (arabic && (text[end] === '.' || text[end] === ',') && isA(ARABIC, text, end + 1))) end += 1;
  return end;
}

/** Where the price ends that begins with the number, or null if the number is no price. */
function priceEnd(text: string, start: number, end: number): number | null {
  const number = text.slice(start, Math.min(end, start + 12));
  const after = text.slice(end, end + LOOK);
  const unit = UNITS.find((word) => after.startsWith(word));
  if (unit !== undefined) return end + unit.length;
  if (number === '二百五') return null;
  const large = number.length > 1 || /^[十百千]/.test(number);
  if (after.startsWith('块') && large) return end + 1;
  if (!large) return null;
  const before = text.slice(Math.max(0, start - LOOK), start);
  if (AFTER.test(after)) return end;
  if (COUNTS.test(after) && !(after.startsWith('米') && BEFORE.test(before))) return null;
  const bare = number.length > 2 && SPELT_OUT.test(number) && NOTHING_FOLLOWS.test(after);
  return BEFORE.test(before) || COLLOQUIAL.test(number) || bare ? end : null;
}

function isHandle(word: string): boolean {
  return word.length >= SHORTEST_HANDLE && /[a-z]/.test(word) && /[0-9_-]/.test(word);
}
