import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { extractText } from '../../../src/intake/content/extract-text.js';
import { sanitiseHtml } from '../../../src/intake/content/sanitise-html.js';
import { markup } from './markup.js';

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)( \/)?>/g;
const ALLOWED = /^(?:p|br|hr|h[1-6]|blockquote|pre|code|ul|ol|li|dl|dt|dd|em|strong|b|i|u|s|del|ins|sub|sup|small|mark|a|img|figure|figcaption|table|caption|thead|tbody|tfoot|tr|th|td|ruby|rt|rp)$/;

/** Throws if the HTML has anything but known tags, known attributes and balanced elements. */
function inspect(html: string): void {
  const open: string[] = [];
  const rest = html.replace(TAG, (_tag, slash: string, name: string, attributes: string, selfClosed?: string) => {
    expect(name).toMatch(ALLOWED);
    for (const [, attribute, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
      expect(['href', 'rel', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'start']).toContain(attribute);
      if (attribute === 'href') expect(value).toMatch(/^(?:https?:|mailto:)/i);
      if (attribute === 'src') expect(value).toMatch(/^https?:/i);
    }
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (selfClosed === undefined) open.push(name);
    expect(open.length).toBeLessThanOrEqual(32);
    return '';
  });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
}

describe('the HTML of a post, as it may be shown on other sites', () => {
  it.each([
    ['keeps article markup', '<h2>题</h2><p><strong>好</strong>人</p><ul><li>一</li></ul>', '<h2>题</h2><p><strong>好</strong>人</p><ul><li>一</li></ul>'],
    ['drops style, class and handlers', '<p class="MsoNormal" style="color:red" onclick="x()">字</p>', '<p>字</p>'],
    ['marks links', '<a href="https://site.example.org/1" target="_blank">看</a>', '<a href="https://site.example.org/1" rel="nofollow noopener ugc">看</a>'],
    ['unwraps a link to code', '<a href="javascript:alert(1)">看</a>', '看'],
    ['unwraps a link without a site', '<a href="/local">看</a>', '看'],
    ['keeps pictures', '<img src="https://media.example.org/1.jpg" alt="桥" width="600px" onerror="x()">', '<img src="https://media.example.org/1.jpg" alt="桥" width="600" />'],
    ['drops tracking pixels', '字<img src="https://stat.example.org/p.gif" width="1" height="1">', '字'],
    ['drops hidden pictures', '字<img src="https://stat.example.org/p.gif" style="display:none">', '字'],
    ['drops embedded data', '<img src="data:image/gif;base64,R0lGOD">字', '字'],
    ['drops forms and frames', '<form action="https://x.example.org"><input name="q">问<button>交</button></form><iframe src="https://x.example.org"></iframe>', '问'],
    ['drops hidden words', '<p>看得见<span style="display:none">看不见</span></p>', '<p>看得见</p>'],
    ['turns layout into line breaks', '<div>一</div><div><div>二</div></div><div><p>三</p></div>', '一<br />二<br /><p>三</p>'],
    ['drops empty paragraphs', '<p>一</p><p>&nbsp;<o:p></o:p></p><p>二</p>', '<p>一</p><p>二</p>'],
    ['keeps readings', '<ruby>冰<rp>(</rp><rt>bīng</rt><rp>)</rp></ruby>', '<ruby>冰<rp>(</rp><rt>bīng</rt><rp>)</rp></ruby>'],
    ['closes what was left open', '<p>一<b>二', '<p>一<b>二</b></p>'],
  ])('%s', (_name, html, safe) => {
    expect(sanitiseHtml(html)).toBe(safe);
  });

  it('holds nothing but known tags, attributes and addresses, whatever was pushed', () => {
    fc.assert(fc.property(markup(), (html) => inspect(sanitiseHtml(html))), { numRuns: 500 });
  });

  it('reads the same as the text that was screened', () => {
    const words = (text: string): string => text.replace(/\s+/g, '');
    fc.assert(fc.property(markup(), (html) => expect(words(extractText(sanitiseHtml(html)))).toBe(words(extractText(html)))));
  });

  it('survives nesting, breaks and brackets without end, with the text', () => {
    const started = performance.now();
    expect(sanitiseHtml(`${'<div><blockquote>'.repeat(50_000)}字`)).toContain('字');
    expect(sanitiseHtml(`${'<b>'.repeat(100_000)}字${'</i>'.repeat(100_000)}`)).toContain('字');
    expect(sanitiseHtml(`${'<br>'.repeat(100_000)}字`)).toBe('<br /><br />字');
    expect(sanitiseHtml('<'.repeat(100_000))).toContain('&lt;');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
