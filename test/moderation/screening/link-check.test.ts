import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import type { Circumstances } from '../../../src/moderation/screening/circumstances.js';
import { linkCheck } from '../../../src/moderation/screening/link-check.js';
import { scanLinks } from '../../../src/moderation/screening/links/scan-links.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';

const pack = firstEdition();
const screener = createScreener(pack, [linkCheck]);
const circumstances: Circumstances = {
  authorName: '林小禾', publishedAt: '2026-03-05T00:00:00Z', originalUrl: null, siteUrl: 'https://www.river.example.org/', media: 0, mediaWithoutAlt: 0, recentByAuthor: 0, recentBySite: 0, earlierCopies: [],
};
const screen = (text: string) => screener.screen({ id: 'post', text, circumstances });
const rules = (text: string) => screen(text).findings.map(({ rule }) => rule);

describe('a link in a post', () => {
  it.each<[string, string, string, string]>([
    ['shortened', '看这里 https://t.cn/A6abCd 就知道了', 'link-shortened', 'https://t.cn/A6abCd'],
    ['shortened, without a scheme', '戳bit.ly/3xYz看', 'link-shortened', 'bit.ly/3xYz'],
    ['shortened, in full width', '戳ｔ．ｃｎ／Ａ６ｂ看', 'link-shortened', 'ｔ．ｃｎ／Ａ６ｂ'],
    ['shortened, with a Chinese full stop', '戳t。cn/a6b看', 'link-shortened', 't。cn/a6b'],
    ['shortened, at the end of a sentence', '戳t.cn。abc说', 'link-shortened', 't.cn'],
    ['to a bare address', '请登录http://203.0.113.7:8080/login 验证', 'link-bare-address', 'http://203.0.113.7:8080/login'],
    ['to a bare address, without a scheme', '请登录203.0.113.7/login', 'link-bare-address', '203.0.113.7/login'],
    ['to a number', '请看 http://3405803783/', 'link-bare-address', 'http://3405803783/'],
    ['in punycode', '请看 https://xn--fiq228c.top/', 'link-lookalike', 'https://xn--fiq228c.top/'],
    ['in other letters', '请看 https://реорle.com.cn/a', 'link-lookalike', 'https://реорle.com.cn/a'],
    ['with digits for letters', '请看 www.x1nhuanet.com', 'link-lookalike', 'www.x1nhuanet.com'],
    ['with a known name in front', 'https://www.hekou.gov.cn.abc.top/x', 'link-lookalike', 'https://www.hekou.gov.cn.abc.top/x'],
  ])('%s is a hint, and never enough to hold it', (_how, text, rule, written) => {
    const { outcome, findings } = screen(text);
    expect(findings).toMatchObject([{ rule, category: 'deception.spam', spans: [{ text: written }] }]);
    expect(outcome).toBe('CLEAR');
  });

  it.each([
    ['of an office', '详见 http://www.hekou.gov.cn/art/2026/3/5/a.html'],
    ['of a school', '报名 https://lib.hekou.edu.cn:8080/'],
    ['of the news', '据 https://www.people.com.cn/n1/2026/0305/c1.html 报道'],
    ["of the site's own", '往期见 https://river.example.org/posts/1 和 https://bbs.river.example.org/2 和 river.example.org/3 和 river.example.org/4'],
    ['to some other site', '照片放在 https://photos.example.net/2026 了'],
    ['that is none', '用Node.js写的，版本1.2.3.4，第3.14节，a.b.c，U.S.A.'],
    ['that is a mailbox', '写信给 lin@t.cn'],
  ])('%s is fine', (_whose, text) => {
    expect(screen(text).findings).toEqual([]);
  });

  it('to the same foreign host again and again is a hint', () => {
    const shop = (number: number) => `第${number}款 https://shop.example.net/${number} `;
    expect(rules([1, 2, 3].map(shop).join(''))).toEqual([]);
    expect(rules([1, 2, 3, 4].map(shop).join(''))).toEqual(['links-to-one-host']);
  });
});

describe('links, contacts and bargains', () => {
  it('together hold a post', () => {
    const { outcome, queue, findings } = screen('文章真好！山货特价包邮，加微信领取，详情 https://shop.example.net/s');
    expect({ outcome, queue }).toEqual({ outcome: 'HOLD', queue: 'deception' });
    expect(findings.flatMap(({ spans }) => spans.map(({ text }) => text))).toEqual(expect.arrayContaining(['加微信', 'https://shop.example.net/s']));
  });

  it.each([
    ['a contact and a bargain', '拼团的街坊请进群'],
    ['a link and a contact', '活动照片 https://photos.example.net/1 ，扫码可看全部'],
  ])('two of the three (%s) are a hint', (_which, text) => {
    expect(screen(text)).toMatchObject({ outcome: 'CLEAR', findings: [{ rule: 'lead-hint' }] });
  });

  it.each(['周六义卖，扫码报名，收入全部捐给助学项目。', '二维码贴在社区门口，大家可以看值班表。', '超市限时营业，通知已贴出。'])('alone are nothing: %s', (text) => {
    expect(screen(text).findings).toEqual([]);
  });
});

describe('finding links', () => {
  it('is exact whatever surrounds them', () => {
    const parts = fc.constantFrom('看', 'https://', 'http:/', 't.cn', '/a6?x=1', '。', '.', '..', 'com', '@', '1.2.3.4', ':80', '：', '－', ' ', '🐷', 'а', '\ud83d');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }).map((all) => all.join('')), (text) => {
        let last = 0;
        for (const { start, end, host } of scanLinks(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).replace(/[。・]/g, '.')).toContain(host);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['a.', 'http://', 't.cn/', '://', '1.2.3.4/', 'a'])('takes time in proportion to the text: %s', (part) => {
    const timed = (length: number): number => {
      const text = part.repeat(Math.ceil(length / part.length));
      const started = performance.now();
      scanLinks(text);
      return performance.now() - started;
    };
    timed(20_000);
    expect(timed(200_000)).toBeLessThan(1_000);
  });
});
