import type { PolicyCategory } from '../policy/policy-pack.js';
import type { Check } from './checks.js';
import { placeSpans, type Finding } from './finding.js';
import type { Stretch } from './read-stance.js';
import type { ScreenedDocument } from './screened-document.js';

const NAME = 'personal-data';
const CATEGORY = 'privacy.personal-data';

/** Digits, as people group them: `138-0000-0000`, `6222 0000 …`; at most one sign between two digits. */
const DIGIT_RUN = /(?<![0-9a-z_])\d(?:[ -]?\d){10,18}x?(?![0-9a-z_])/g;
/** Words that say that a number is published on purpose: for enrolling, enquiries, appeals. */
const PUBLISHED = /(?:热线|电话|咨询|报名|联系|预约|服务|举报|投诉|拨打|致电|值班|客服|请联系|见到|寻|认领|失主|传真|办公)[^\d]{0,16}$/;
const PRIVATE = /(?:他|她|此人|这人|这女的|楼主|小编|作者|买家|卖家|邻居|老师|同事)的?[^\d,。]{0,6}(?:电话|手机|手机号|号码|身份证|银行卡|住址)[^\d]{0,6}$/;
const LOOK_BACK = 24;

interface Kind {
  readonly rule: string;
  readonly explanation: { readonly zh: string; readonly en: string };
  /** Confidence that the number should not be public, or null if it is no such number. */
  judge(digits: string, before: string): number | null;
}

const KINDS: readonly Kind[] = [
  {
    rule: 'identity-card',
    explanation: { zh: '出现身份证号码（校验位相符）。', en: 'An identity-card number (its check digit fits).' },
    judge: (digits) => (isIdentityCard(digits) ? 0.95 : null),
  },
  {
    rule: 'mobile-phone',
    explanation: { zh: '出现手机号码。', en: 'A mobile phone number.' },
    judge(digits, before) {
      if (!isMobile(digits)) return null;
      if (PRIVATE.test(before)) return 0.9;
      return PUBLISHED.test(before) ? 0.3 : 0.6;
    },
  },
  {
    rule: 'bank-card',
    explanation: { zh: '出现银行卡号（校验位相符）。', en: 'A bank-card number (its check digit fits).' },
    judge: (digits) => (isBankCard(digits) ? 0.8 : null),
  },
];

/** Numbers that belong to a private person. Numbers that a post offers for enquiries are noted, not held. */
export const personalDataCheck: Check = {
  name: NAME,
  run(document, { pack }) {
    const category = pack.categories.find(({ code }) => code === CATEGORY);
    if (category === undefined) return { findings: [], skipped: `the policy has no category ${CATEGORY}` };
    return { findings: findNumbers(document, category) };
  },
};

function findNumbers(document: ScreenedDocument, category: PolicyCategory): Finding[] {
  const found = new Map<Kind, { confidence: number; stretches: Stretch[] }>();
  for (const match of document.text.matchAll(DIGIT_RUN)) {
    const digits = match[0].replace(/[ -]/g, '');
    const before = document.text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    for (const kind of KINDS) {
      const confidence = kind.judge(digits, before);
      if (confidence === null) continue;
      const known = found.get(kind) ?? { confidence: 0, stretches: [] };
      known.stretches.push({ start: match.index, end: match.index + match[0].length });
      found.set(kind, { ...known, confidence: Math.max(known.confidence, confidence) });
      break;
    }
  }
  return [...found].map(([{ rule, explanation }, { confidence, stretches }]) => ({
    check: NAME,
    rule,
    category: category.code,
    severity: category.severity,
    confidence,
    explanation,
    ...placeSpans(document, stretches),
  }));
}

/** Mobile numbers of mainland China: eleven digits, the first 1, the second 3 to 9; numbers of zeros are examples. */
function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits) && !/0{8}$/.test(digits);
}

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10x98765432';

/** Resident identity number: region, date of birth, order, check digit by ISO 7064 MOD 11-2 (GB 11643-1999). */
function isIdentityCard(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(digits)) return false;
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits[17] === IDENTITY_CHECKS[sum % 11];
}

/** Bank cards: 16 to 19 digits with an issuer's prefix and the check digit of ISO/IEC 7812-1 (Luhn). */
function isBankCard(digits: string): boolean {
  if (!/^(?:62|60|4|5[1-5]|3[57])\d{14,17}$/.test(digits) || digits.length < 16) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
