import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { extractText, plainText } from '../../../src/intake/content/extract-text.js';
import { markup } from './markup.js';

describe('the text of a post that a site pushed as HTML', () => {
  it.each([
    ['paragraphs become lines', '<p>江边的灯亮了。</p>\n<p>钓鱼的人收杆。</p>', '江边的灯亮了。\n钓鱼的人收杆。'],
    ['nested editor blocks add no blank lines', '<div class="TRS_Editor"><div><div><p>一段</p><p>二段</p></div></div></div>', '一段\n二段'],
    ['full-width indents and no-break spaces fold', '<p>&#12288;&#12288;雪停了。&nbsp;&nbsp;扫雪。　</p>', '雪停了。 扫雪。'],
    ['entities that were encoded twice are decoded', '<p>&amp;#12288;&amp;ldquo;好&amp;rdquo;&amp;nbsp;人</p>', '“好” 人'],
    ['a line break breaks, many leave one blank line', '一<br>二<br/><br><br><br>三', '一\n二\n\n三'],
    ['table cells are parted', '<table><tr><td>姓名</td><td>时长</td></tr><tr><td>小宋</td><td>3</td></tr></table>', '姓名 时长\n小宋 3'],
    ['inline markup does not split words', '<span>志</span><b>愿</b><o:p></o:p><font>者</font>', '志愿者'],
    ['preformatted lines stay', '<pre>一\n  二</pre>', '一\n二'],
    ['text about markup stays text', '<p>标签写作 &amp;lt;b&amp;gt;</p>', '标签写作 &lt;b&gt;'],
  ])('%s', (_name, html, text) => {
    expect(extractText(html)).toBe(text);
  });

  it.each([
    ['scripts', '<script>var hm="统计"</script>'],
    ['styles', '<style>.share{float:left}</style>'],
    ['comments', '<!--[if gte mso 9]><xml>隐藏</xml><![endif]-->'],
    ['frames', '<iframe src="https://ads.example.org">广告</iframe>'],
    ['drawings', '<svg><text>图</text></svg>'],
    ['hidden elements', '<div style="color:red; DISPLAY : none"><div>藏</div>着</div>'],
    ['hidden by attribute', '<p hidden>藏着<p>'],
    ['image descriptions', '<img src="https://media.example.org/1.jpg" alt="描述">'],
    ['a forgotten head', '<head><title>站名</title><p>'],
  ])('leaves out %s', (_name, html) => {
    expect(extractText(`前${html}后`).replace('\n', '')).toBe('前后');
  });

  it('takes the same time a character at any depth of nesting, and keeps the text', () => {
    const deep = '<div>'.repeat(100_000);
    const started = performance.now();
    expect(extractText(`${deep}一${'</div>'.repeat(100_000)}二`)).toBe('一\n二');
    expect(extractText(`${deep}${'</span>'.repeat(100_000)}三`)).toBe('三');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('never throws, never shows a script and never leaves ragged white space', () => {
    fc.assert(
      fc.property(markup(), (html) => {
        const text = extractText(`<script>机密</script>${html}`);
        expect(text).not.toContain('机密');
        expect(text).not.toMatch(/\n{3}|[^\S\n]{2}/);
        expect(text.trim()).toBe(text);
        for (const line of text.split('\n')) expect(line.trim()).toBe(line);
      }),
    );
  });
});

describe('a post pushed as plain text', () => {
  it('keeps its words and one blank line at most', () => {
    expect(plainText('\ufeff　　第一段\r\n\r\n\r\n\r\n第二\t\u0007段 \r第三段<b>\u0000')).toBe('第一段\n\n第二 段\n第三段<b>');
  });

  it('changes nothing when it is folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(plainText(plainText(text))).toBe(plainText(text))));
  });
});
