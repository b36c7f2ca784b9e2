import type { PolicyCategory } from '../policy/policy-pack.js';
import type { Check } from './checks.js';
import { MOST_SPANS, type Finding } from './finding.js';
import { findAccounts } from './personal-data/find-accounts.js';
import { findAddresses } from './personal-data/find-addresses.js';
import { findEmails } from './personal-data/find-emails.js';
import { findNumbers } from './personal-data/find-numbers.js';
import { findPlates } from './personal-data/find-plates.js';
import { plainSigns } from './plain-signs.js';
import type { DataKind, Sighting } from './personal-data/sighting.js';
import type { Owner } from './personal-data/whose.js';
import { joinSpans, type ScreenInput, type Span } from './screened-document.js';

const NAME = 'personal-data';
const CATEGORY = 'privacy.personal-data';

interface Kind {
  readonly kind: DataKind;
  readonly explanation: { readonly zh: string; readonly en: string };
  /** How sure it is that this should not be public, by whose it is; 0 where it is nobody's business. */
  readonly confidence: Readonly<Record<Owner, number>>;
}

const CONTACT: Kind['confidence'] = { OTHER: 0.8, PERSON: 0.5, ENQUIRIES: 0.3, ORGANISATION: 0, THING: 0 };

/** In their order: of two that stand in the same place the first is told. */
const KINDS: readonly Kind[] = [
  { kind: 'identity-card', explanation: { zh: '出现身份证号码（校验位相符）。', en: 'An identity-card number (its check digit fits).' }, confidence: { OTHER: 0.95, PERSON: 0.95, ENQUIRIES: 0.95, ORGANISATION: 0.95, THING: 0 } },
  { kind: 'old-identity-card', explanation: { zh: '出现旧式身份证号码。', en: 'An identity-card number of the old form.' }, confidence: { OTHER: 0.8, PERSON: 0.8, ENQUIRIES: 0.8, ORGANISATION: 0.8, THING: 0 } },
  { kind: 'bank-card', explanation: { zh: '出现银行卡号（校验位相符）。', en: 'A bank-card number (its check digit fits).' }, confidence: { OTHER: 0.8, PERSON: 0.8, ENQUIRIES: 0.8, ORGANISATION: 0, THING: 0 } },
  { kind: 'wechat-account', explanation: { zh: '出现个人微信号。', en: "A person's WeChat account." }, confidence: CONTACT },
  { kind: 'qq-account', explanation: { zh: '出现个人QQ号。', en: "A person's QQ account." }, confidence: CONTACT },
  { kind: 'mobile-phone', explanation: { zh: '出现手机号码。', en: 'A mobile phone number.' }, confidence: { ...CONTACT, OTHER: 0.9, PERSON: 0.6 } },
  { kind: 'home-phone', explanation: { zh: '出现住宅电话。', en: 'The number of a telephone at home.' }, confidence: { ...CONTACT, PERSON: 0.6, ENQUIRIES: 0.6 } },
  { kind: 'email', explanation: { zh: '出现个人电子邮箱。', en: "A person's e-mail address." }, confidence: CONTACT },
  { kind: 'home-address', explanation: { zh: '出现具体到门牌的个人住址。', en: "Somebody's home address, down to the door." }, confidence: { ...CONTACT, PERSON: 0.6 } },
  { kind: 'licence-plate', explanation: { zh: '出现与个人相关的车牌号。', en: 'A licence plate, and whose it is.' }, confidence: { ...CONTACT, OTHER: 0.6 } },
];

/** What belongs to a private person: numbers, accounts, a home. What a post offers for enquiries is noted, not held; what an office publishes is nothing. */
export const personalDataCheck: Check = {
  name: NAME,
  run({ input }, { pack }) {
    const category = pack.categories.find(({ code }) => code === CATEGORY);
    if (category === undefined) return { findings: [], skipped: `the policy has no category ${CATEGORY}` };
    return { findings: describe(input, findIn(input.text), findIn(input.title ?? ''), category) };
  },
};

/** Everything in a field, what overlaps something told before left out. */
function findIn(field: string): Sighting[] {
  const text = plainSigns(field);
  const order = (kind: DataKind): number => KINDS.findIndex((known) => known.kind === kind);
  const found = [...findNumbers(text), ...findAccounts(text), ...findEmails(text), ...findAddresses(text), ...findPlates(text)].sort(
    (one, other) => order(one.kind) - order(other.kind) || one.start - other.start,
  );
  const kept: Sighting[] = [];
  const taken = new Set<number>();
  for (const sighting of found) {
    if (taken.has(sighting.start) || taken.has(sighting.end - 1)) continue;
    for (let at = sighting.start; at < sighting.end; at += 1) taken.add(at);
    kept.push(sighting);
  }
  return kept;
}

function describe({ text, title = '' }: ScreenInput, inText: readonly Sighting[], inTitle: readonly Sighting[], category: PolicyCategory): Finding[] {
  return KINDS.flatMap(({ kind, explanation, confidence }) => {
    const counts = (sighting: Sighting): boolean => sighting.kind === kind && confidence[sighting.owner] > 0;
    const ofText = inText.filter(counts);
    const ofTitle = inTitle.filter(counts);
    if (ofText.length + ofTitle.length === 0) return [];
    return [
      {
        check: NAME,
        rule: kind,
        category: category.code,
        severity: category.severity,
        confidence: [...ofText, ...ofTitle].reduce((most, { owner }) => Math.max(most, confidence[owner]), 0),
        explanation,
        spans: spansOf(text, ofText),
        titleSpans: spansOf(title, ofTitle),
      },
    ];
  });
}

function spansOf(field: string, sightings: readonly Sighting[]): Span[] {
  return joinSpans(sightings.map(({ start, end }) => ({ start, end, text: field.slice(start, end) })), field, MOST_SPANS);
}
