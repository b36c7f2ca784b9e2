import { isBankCard, isIdentityNumber, isLandline, isOldIdentityNumber, mobileNumber } from './numbers.js';
import { type DigitRun, scanDigits } from './scan-digits.js';
import type { DataKind, Sighting } from './sighting.js';
import { whose } from './whose.js';

const SHORTEST = 7;
/** Digits of the longest number that is looked for, with a country code. */
const LONGEST = 19;
/** Groups that people write a number in, unless they write it digit by digit. */
const MOST_GROUPS = 6;
const LOOK_BACK = 24;
const CARD_WORD = /卡号|银行卡|储蓄卡|信用卡|借记卡|账号|帐号|账户|帐户|户名|开户|打款|转账|汇款|收款|打到|[工农建中交招]行|邮储|信用社|的卡|卡[:： ]/;
const IDENTITY_WORD = /身份证|证件|身份号|公民身份/;
const HOME_WORD = /家里电话|家中电话|家的电话|家电话|住宅电话|宅电|家里的?座机|家座机/;

/** Finds numbers of people: identity and bank cards, mobiles, lines at home. Linear: each digit begins a few candidates. */
export function findNumbers(text: string): Sighting[] {
  return scanDigits(text, SHORTEST).flatMap((run) => findInRun(text, run));
}

/** A run may hold more than one number (a date and a phone): candidates begin and end with its groups, the longest first. */
function findInRun(text: string, run: DigitRun): Sighting[] {
  const bounds = [...run.groups, run.digits.length];
  const found: Sighting[] = [];
  let group = 0;
  while (group < run.groups.length) {
    const from = bounds[group] ?? 0;
    let last = group + 1;
    while (last < run.groups.length && (bounds[last + 1] ?? 0) - from <= LONGEST) last += 1;
    let sighting: Sighting | null = null;
    for (; last > group && sighting === null; last -= 1) sighting = judge(text, run, group, last, bounds);
    if (sighting === null) group += 1;
    else {
      found.push(sighting);
      group = last + 1;
    }
  }
  return found;
}

function judge(text: string, run: DigitRun, group: number, last: number, bounds: readonly number[]): Sighting | null {
  const from = bounds[group] ?? 0;
  const to = bounds[last] ?? 0;
  if (!isPlausible(to - from, last - group)) return null;
  const digits = run.digits.slice(from, to);
  const start = run.starts[from] ?? 0;
  const end = run.ends[to - 1] ?? 0;
  const kind = kindOf(digits, () => text.slice(Math.max(0, start - LOOK_BACK), start), () => isGrouped(digits, bounds.slice(group, last), from));
  return kind === null || isPartOfName(text, start, end) ? null : { kind, start, end, owner: whose(text, start, end) };
}

/** Whether a number may have as many digits in as many groups; digit by digit are written only phones and cards. */
function isPlausible(digits: number, groups: number): boolean {
  if (groups <= MOST_GROUPS) return digits >= SHORTEST;
  return digits === groups && (digits === 11 || digits >= 15);
}

/** What a number is; the words before it are only read if its length and form are right. */
function kindOf(digits: string, before: () => string, grouped: () => boolean): DataKind | null {
  if (digits.length === 18 && isIdentityNumber(digits)) return 'identity-card';
  if (digits.length >= 16) return isBankCard(digits) && CARD_WORD.test(before()) ? 'bank-card' : null;
  if (digits.length >= 11 && mobileNumber(digits) !== null && grouped()) return 'mobile-phone';
  if (digits.length === 15) return isOldIdentityNumber(digits) && IDENTITY_WORD.test(before()) ? 'old-identity-card' : null;
  const line = digits.length >= 10 ? isLandline(digits) : /^[2-8]\d{6,7}$/.test(digits);
  return line && HOME_WORD.test(before()) ? 'home-phone' : null;
}

/** Whether the groups are such as people write a phone number in: whole, digit by digit, or 138 1234 5678; not 1.38… */
function isGrouped(digits: string, groups: readonly number[], from: number): boolean {
  if (groups.length === 1 || groups.length === digits.length) return true;
  const first = (groups[1] ?? 0) - from;
  return first >= 3 || (first === 2 && digits.startsWith('86'));
}

/** Whether letters or signs of addresses touch the number: then it is part of an account name or a link. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  if (/[a-z_=/#@%&]$/.test(before) && !/(?:^|[^a-z])(?:tel|phone|mobile|mob|call|ph|电话\/|手机\/)$/.test(before)) return true;
  return /[a-z_@]/.test(text[end] ?? '');
}
