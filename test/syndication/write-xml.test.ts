import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { element, xmlDocument } from '../../src/syndication/write-xml.js';

/** What a reader of XML makes of a document: elements with attributes, and text. */
function read(xml: string): unknown[] {
  const seen: unknown[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => seen.push([name, attributes]),
      ontext: (text) => {
        const last = seen.at(-1);
        if (typeof last === 'string') seen[seen.length - 1] = last + text;
        else seen.push(text);
      },
      onclosetag: (name) => seen.push(`/${name}`),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return seen;
}

/** What remains of a text once it has been through XML 1.0. */
const writable = (text: string) =>
  [...text].filter((character) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]$/u.test(character)).join('');

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '<!--', '\u0000', '\u0008', '\uD800', '\uFFFE', '\r', '\n', '\t', '字', '😀', '&#0;') }),
);

describe('whatever a post holds, the document stays well-formed', () => {
  it('and a reader gets every character that XML can hold', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, value) => {
        const xml = element('entry', { href: value, title: null }, element('title', {}, text)).text;
        expect(xml.isWellFormed()).toBe(true);
        const inner = writable(text);
        expect(read(xml)).toEqual([['entry', { href: writable(value) }], ['title', {}], ...(inner === '' ? [] : [inner]), '/title', '/entry']);
      }),
    );
  });

  it('without a character that XML forbids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(element('a', { b: text }, text).text).not.toMatch(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
      }),
    );
  });

  it('begins by saying what it is', () => {
    expect(xmlDocument(element('feed', {}, null, [], '一', ['二', element('b', {})]))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<feed>一二<b/></feed>\n');
  });
});
