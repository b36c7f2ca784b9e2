import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { personalDataCheck } from '../../../src/moderation/screening/personal-data-check.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';

const pack = firstEdition();
const screener = createScreener(pack, [personalDataCheck]);
const screen = (text: string) => screener.screen({ id: 'post', text });

/** Made-up numbers: a birthday that has not come yet, a test card of the payment industry, an unassigned prefix. */
const IDENTITY = withIdentityCheck('11010120990101001');
const BANK_CARD = '6222020000000000004';
const MOBILE = '19912345678';

function withIdentityCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

function withLuhn(body: string): string {
  return [...'0123456789'].map((digit) => body + digit).find(isLuhn) ?? body;
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + (index % 2 === 1 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0 : Number(digit)), 0);
  return sum % 10 === 0;
}

describe('personal data in a post', () => {
  it.each([
    ['an identity card', `他的身份证是${IDENTITY}`, 'identity-card', IDENTITY],
    ['a mobile phone', `有事找这个人 ${MOBILE}`, 'mobile-phone', MOBILE],
    ['a mobile phone, grouped', '这人手机 199 1234 5678 天天打', 'mobile-phone', '199 1234 5678'],
    ['a mobile phone, full width', '这人手机１９９１２３４５６７８', 'mobile-phone', '１９９１２３４５６７８'],
    ['a bank card', `他的卡 ${withLuhn(BANK_CARD.slice(0, -1))} 你们看看`, 'bank-card', withLuhn(BANK_CARD.slice(0, -1))],
  ])('holds %s and says where it stands', (_name, text, rule, written) => {
    const { outcome, queue, findings } = screen(text);
    expect({ outcome, queue }).toEqual({ outcome: 'HOLD', queue: 'privacy' });
    expect(findings).toMatchObject([{ rule, category: 'privacy.personal-data', spans: [{ text: written }] }]);
  });

  it('notes a number that is given for enquiries, without holding the post', () => {
    const { outcome, findings } = screen(`志愿服务报名电话：${MOBILE}`);
    expect(outcome).toBe('CLEAR');
    expect(findings).toMatchObject([{ rule: 'mobile-phone' }]);
  });

  it.each([
    ['a number whose check digit is wrong', `编号${IDENTITY.slice(0, -1)}${IDENTITY.endsWith('1') ? '2' : '1'}`],
    ['an example number', '示例 138-0000-0000'],
    ['an office line', '服务台 0451-12345678'],
    ['a long number', '订单 20260305123456789012345'],
    ['an account name with digits', 'user_19912345678'],
    ['years and amounts', '2013年到2026年，一共123456元'],
  ])('is not %s', (_name, text) => {
    expect(screen(text)).toMatchObject({ outcome: 'CLEAR', findings: [] });
  });

  it('is skipped, not passed, under a policy that does not know it', () => {
    const categories = pack.categories.filter(({ code }) => code !== 'privacy.personal-data');
    const without = createScreener({ ...pack, categories }, [personalDataCheck]);
    expect(without.screen({ id: 'post', text: MOBILE }).checks).toMatchObject([{ outcome: 'SKIPPED' }]);
  });
});
