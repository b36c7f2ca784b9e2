import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

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

  it.each<[string, string, string]>([
    ['Chinese numerals', '这个人的手机一九九一二三四五六七八，打爆它', '一九九一二三四五六七八'],
    ['Chinese numerals with zeros', '他的电话是一三九〇零一二三四五六', '一三九〇零一二三四五六'],
    ['capital numerals', '她手机壹玖玖壹贰叁肆伍陆柒捌', '壹玖玖壹贰叁肆伍陆柒捌'],
    ['dots', '他手机 199.1234.5678', '199.1234.5678'],
    ['every digit apart', '打她电话 1 9 9 1 2 3 4 5 6 7 8', '1 9 9 1 2 3 4 5 6 7 8'],
    ['a mixture', '他号码 199一二三四５６７８。', '199一二三四５６７８'],
    ['what is not seen', '他手机199\u200b1234\u200b5678', '199\u200b1234\u200b5678'],
    ['circled digits', '她手机①⑨⑨①②③④⑤⑥⑦⑧', '①⑨⑨①②③④⑤⑥⑦⑧'],
    ['mathematical digits', '她手机𝟏𝟗𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '𝟏𝟗𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖'],
    ['a country code', '他的手机 +86 199-1234-5678', '86 199-1234-5678'],
    ['a date before it', '2026-03-05 19912345678 他的手机', '19912345678'],
  ])('sees a mobile phone through %s', (_how, text, written) => {
    const { outcome, findings } = screen(text);
    expect(findings).toMatchObject([{ rule: 'mobile-phone', spans: [{ text: written }] }]);
    expect(outcome).toBe('HOLD');
  });

  it.each<[string, string, string, string]>([
    ['an identity card in groups', `他身份证 ${IDENTITY.slice(0, 6)} ${IDENTITY.slice(6, 14)} ${IDENTITY.slice(14)}`, 'identity-card', `${IDENTITY.slice(0, 6)} ${IDENTITY.slice(6, 14)} ${IDENTITY.slice(14)}`],
    ['an identity card of the old form', '她的身份证号是230102450101123', 'old-identity-card', '230102450101123'],
    ['a QQ account', '这个人的QQ：123456789，都去加', 'qq-account', '123456789'],
    ['a QQ account under another name', '他的扣扣号是一二三四五六七八九', 'qq-account', '一二三四五六七八九'],
    ['a WeChat account', '她的微信号：snow_1984x，大家去问', 'wechat-account', 'snow_1984x'],
    ['a WeChat account that is a phone', '此人微信：19912345678', 'wechat-account', '19912345678'],
    ['an e-mail address', '他的邮箱是 xiaohe.lin84@qq.com，去问他', 'email', 'xiaohe.lin84@qq.com'],
    ['a home', '她家住南山区花园街道春江小区3号楼2单元502室，去堵她', 'home-address', '南山区花园街道春江小区3号楼2单元502室'],
    ['a home in Chinese numerals', '楼主就住在北河县柳树巷十二号楼三单元四零一，大家看看', 'home-address', '北河县柳树巷十二号楼三单元四零一'],
    ['a home in a good story', '王大爷家住春江小区12栋1单元301室，今年八十二岁。', 'home-address', '春江小区12栋1单元301室'],
    ['a licence plate', '肇事司机就是黑A·2B3C4，大家找找', 'licence-plate', '黑A·2B3C4'],
    ['the telephone at home', '他家里电话 0451-82345678，半夜打', 'home-phone', '0451-82345678'],
  ])('holds %s', (_what, text, rule, written) => {
    const { outcome, findings } = screen(text);
    expect(findings).toMatchObject([{ rule, spans: [{ text: written }] }]);
    expect(outcome).toBe('HOLD');
  });

  it('is told apart from the phone that comes with it', () => {
    expect(screen(`她叫某某，手机${MOBILE}，身份证${IDENTITY}。`).findings.map(({ rule }) => rule)).toEqual(['identity-card', 'mobile-phone']);
  });

  it('is found in the title as well', () => {
    expect(screener.screen({ id: 'post', title: `他的手机${MOBILE}`, text: '如题。' }).findings).toMatchObject([{ spans: [], titleSpans: [{ text: MOBILE }] }]);
  });

  it.each([
    ['an emergency line', '遇到危险请拨打110、119或者120'],
    ['a city hotline', '市民服务热线12345全天有人接听，反诈专线96110'],
    ['a service number', '客服电话 400-123-4567，电力报修95598'],
    ['an office mobile', `社区居委会值班电话 ${MOBILE}`],
    ['the mobile of a unit, told behind', `有事请打${MOBILE}（办公室）`],
    ['an order', `订单号 ${MOBILE}，已发货`],
    ['a parcel', `快递单号：${MOBILE}`],
    ['a file of eighteen digits', '案号230102202603051234'],
    ['fifteen digits that nobody calls an identity card', '设备230102450101123上线'],
    ['an identity number of no day', '身份证230102450231123'],
    ['a card number that does not fit', '卡号 6222020000000000001'],
    ['digits that fit like a card, of no card', `捐书${withLuhn('622202000000000000')}册`],
    ['the account of a charity', `慈善总会捐款账户：${withLuhn('622202000000000000')}`],
    ['a decimal fraction', '圆周率之外，还有1.3912345678这样的数'],
    ['a list of numbers', '得分 13 14 15 16 17 8'],
    ['years in Chinese', '一九九一年到二〇二六年，一共三十五年'],
    ['a number in a link', `https://news.example.org/a/${MOBILE}.html`],
    ['a public account', '关注微信公众号：hekou_news2026'],
    ['a group for volunteers', '志愿者QQ群：123456789'],
    ['a talk about the service', '微信是2011年推出的，QQ是1999年推出的'],
    ['a mailbox for contributions', '投稿邮箱：jiangbian2026@163.com'],
    ['a mailbox of an office', '联系我们 wenming@hekou.gov.cn'],
    ['an office address', '报名地点：春江小区3号楼2单元101室社区活动室'],
    ['a building without a door', '家住春江小区3号楼的王大爷，带着邻居扫雪'],
    ['a stairwell', '3号楼2单元的灯坏了半年，韩叔换上了新的'],
    ['a hospital ward', '住在县医院3号楼2层205室的病房里'],
    ['a plate of nobody', '我省车牌以黑A12345这样的式样为例'],
    ['a bus', '黑A·12345号公交的司机师傅等了老人两分钟'],
    ['words with letters like a plate', '豫剧A级团队，黑B组，吉A2'],
  ])('is not %s', (_what, text) => {
    expect(screen(text).findings).toEqual([]);
  });

  it('is placed exactly, whatever it is hidden in', () => {
    const pieces = fc.constantFrom('他的手机', MOBILE, '１９９', '一三八', '-', ' ', '\u200b', '微信', 'QQ', ':', 'ab_123456', '@qq.com', '春江小区', '3号楼', '2单元', '502室', '他家', '黑A', '·', '2B3C4', '司机', '🐷', '𝟏', '\ud83d', '。', 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')), (text) => {
        for (const { spans } of screen(text).findings) for (const { start, end, text: written } of spans) expect(text.slice(start, end)).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  it('is skipped, not passed, under a policy that does not know it', () => {
    const categories = pack.categories.filter(({ code }) => code !== 'privacy.personal-data');
    const without = createScreener({ ...pack, categories }, [personalDataCheck]);
    expect(without.screen({ id: 'post', text: MOBILE }).checks).toMatchObject([{ outcome: 'SKIPPED' }]);
  });
});
