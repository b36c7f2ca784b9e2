import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseCsv } from '../../../src/moderation/training/parse-csv.js';

describe('reading CSV', () => {
  it.each([
    ['plain fields', 'text,label\n今天下雪,0\n', [{ text: '今天下雪', label: '0' }]],
    ['commas in quotes', 'text,label\n"好，a,b",1\n', [{ text: '好，a,b', label: '1' }]],
    ['doubled quotes', 'text,label\n"他说""走"",就走了",0\n', [{ text: '他说"走",就走了', label: '0' }]],
    ['line ends in a field', 'text,label\n"第一行\n第二行",0\n', [{ text: '第一行\n第二行', label: '0' }]],
    ['CRLF', 'text,label\r\n甲,0\r\n乙,1\r\n', [{ text: '甲', label: '0' }, { text: '乙', label: '1' }]],
    ['no line end at the end', 'text,label\n甲,0', [{ text: '甲', label: '0' }]],
    ['a byte-order mark', '\ufefftext,label\n甲,0', [{ text: '甲', label: '0' }]],
    ['empty fields', 'text,label,fine\n甲,,\n', [{ text: '甲', label: '', fine: '' }]],
    ['quotes inside a field that has none around it', 'text,label\n他说"走",0\n', [{ text: '他说"走"', label: '0' }]],
    ['nothing', '', []],
  ])('understands %s', (_name, content, rows) => {
    expect(parseCsv(content)).toEqual({ rows, skipped: 0 });
  });

  it('leaves out lines with another number of fields, and counts them; empty lines are none', () => {
    expect(parseCsv('text,label\n甲,0\n乙\n\n丙,1,2\n丁,1\n')).toEqual({ rows: [{ text: '甲', label: '0' }, { text: '丁', label: '1' }], skipped: 2 });
  });

  it('gives back whatever was written with quotes', () => {
    const field = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', '好', 'a', ' ') });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field)), fc.constantFrom('\n', '\r\n'), (written, end) => {
        const content = ['a,b', ...written.map((fields) => fields.map(quote).join(','))].join(end);
        expect(parseCsv(content).rows).toEqual(written.map(([a, b]) => ({ a, b })));
      }),
    );
  });
});
