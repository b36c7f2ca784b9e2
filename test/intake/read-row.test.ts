import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashContent } from '../../src/intake/hash-content.js';
import type { PostInput } from '../../src/intake/index.js';
import type { Codes } from '../../src/intake/read-codes.js';
import { readRow } from '../../src/intake/read-row.js';
import { HubError } from '../../src/platform/index.js';
import { post } from './intake-room.js';

const now = new Date('2026-03-10T00:00:00Z');
const river = { id: 's-1', code: 'river-news', unitId: 'u-1' };
const codes: Codes = {
  sites: { own: river, named: new Map([[river.code, river]]), anySite: false },
  units: new Map([['hill', 'u-2']]),
  groups: new Map([['helpers', 'g-1']]),
  topics: new Set(['trees']),
};

/** `CODE field` of the fault in a row that is right but for these changes. */
function faultOf(changes: Partial<PostInput>): string {
  try {
    readRow(post('a', changes), null, codes, now);
  } catch (fault) {
    if (fault instanceof HubError) return `${fault.code} ${fault.field}`;
    throw fault;
  }
  return 'none';
}

const image = { url: 'https://media.example.org/1.jpg' };

describe('a row of a push', () => {
  it.each<[string, Partial<PostInput>]>([
    ['REQUIRED externalId', { externalId: ' ' }],
    ['TOO_LONG externalId', { externalId: 'x'.repeat(201) }],
    ['REQUIRED title', { title: '　' }],
    ['TOO_LONG title', { title: '题'.repeat(301) }],
    ['MALFORMED_TEXT title', { title: 'half \ud83d a pair' }],
    ['REQUIRED html', { html: null }],
    ['TOO_LONG html', { html: 'x'.repeat(2_000_001) }],
    ['TOO_LONG text', { html: null, text: 'x'.repeat(1_000_001) }],
    ['MALFORMED_TEXT text', { html: null, text: 'NUL \u0000' }],
    ['REQUIRED url', { url: null }],
    ['TOO_LONG url', { url: `https://a.example.org/${'x'.repeat(2_000)}` }],
    ['BAD_URL url', { url: 'javascript:alert(1)' }],
    ['BAD_URL url', { url: '//a.example.org/1' }],
    ['BAD_URL url', { url: 'https://' }],
    ['BAD_URL url', { url: 'https://user:pass@a.example.org/' }],
    ['BAD_URL url', { url: 'https://a.example.org/a b' }],
    ['BAD_URL url', { url: 'https:\\\\a.example.org' }],
    ['BAD_URL originalUrl', { originalUrl: 'mailto:a@example.org' }],
    ['REQUIRED publishedAt', { publishedAt: null }],
    ['BAD_DATE publishedAt', { publishedAt: 'yesterday' }],
    ['REQUIRED authorName', { authorName: '' }],
    ['TOO_LONG authorName', { authorName: '名'.repeat(101) }],
    ['UNKNOWN_UNIT unitCode', { unitCode: 'nowhere' }],
    ['MALFORMED_TEXT unitCode', { unitCode: 'nul\u0000' }],
    ['UNKNOWN_STRAND strand', { strand: 'POEM' }],
    ['UNKNOWN_WORK_TYPE workType', { workType: 'essay' }],
    ['UNKNOWN_TOPIC topics.1', { topics: ['trees', 'clouds'] }],
    ['OUT_OF_RANGE topics', { topics: Array.from({ length: 21 }, () => 'trees') }],
    ['BAD_MEDIA media.1.url', { media: [image, { url: 'data:image/png;base64,AA' }] }],
    ['BAD_MEDIA media.0.url', { media: [{ alt: 'no address' }] }],
    ['BAD_MEDIA media.0.kind', { media: [{ ...image, kind: 'SCULPTURE' }] }],
    ['TOO_LONG media.0.alt', { media: [{ ...image, alt: '字'.repeat(1_001) }] }],
    ['BAD_MEDIA media', { media: Array.from({ length: 101 }, () => image) }],
    ['TOO_LONG summary', { summary: '字'.repeat(2_001) }],
    ['TOO_LONG licence', { licence: 'x'.repeat(101) }],
    ['BAD_LANGUAGE language', { language: '中文' }],
    ['UNKNOWN_GROUP volunteerGroupCode', { volunteerGroupCode: 'nobody' }],
    ['OUT_OF_RANGE participants', { participants: -1 }],
    ['OUT_OF_RANGE participants', { participants: 2.5 }],
    ['OUT_OF_RANGE participants', { participants: 1_000_001 }],
    ['OUT_OF_RANGE hours', { hours: NaN }],
    ['OUT_OF_RANGE hours', { hours: 10_000_001 }],
  ])('is rejected: %s', (expected, changes) => {
    expect(faultOf(changes)).toBe(expected);
  });

  it.each<[string, Partial<PostInput>]>([
    ['pictures without words', { html: null, media: [image] }],
    ['an id of 200 characters', { externalId: 'x'.repeat(200) }],
    ['an address in Chinese', { url: 'https://例子.example.org/文章/一' }],
    ['an emoji of four bytes', { title: '🎉 开园' }],
    ['blank optional fields', { summary: ' ', licence: '', unitCode: '', volunteerGroupCode: '' }],
    ['no participants at all', { participants: 0, hours: 0 }],
  ])('with %s is taken', (_, changes) => {
    expect(faultOf(changes)).toBe('none');
  });

  it('is what its HTML says, where both HTML and text are given', () => {
    expect(readRow(post('a', { html: '<p>甲</p>', text: '乙' }), null, codes, now)).toMatchObject({ html: '<p>甲</p>', text: null });
  });

  it('gets a sentence with a code, or is taken, whatever it holds', () => {
    const anything = fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('https://a.example.org', '2026-03-01T00:00:00Z', 'DEED', 'trees', '\ud800', '\u0000')), { nil: undefined });
    const row = fc.record({
      externalId: fc.string({ unit: 'binary' }), title: anything, html: anything, text: anything, url: anything, publishedAt: anything, authorName: anything,
      unitCode: anything, strand: anything, workType: anything, topics: fc.array(fc.string()), language: anything, summary: anything, originalUrl: anything,
      media: fc.array(fc.record({ kind: anything, url: anything, alt: anything })), participants: fc.double(), hours: fc.double(),
    });
    fc.assert(
      fc.property(row, fc.boolean(), (changes, mostlyRight) => {
        const given = mostlyRight ? { ...post('a'), title: changes.title, html: changes.html, summary: changes.summary } : changes;
        try {
          expect(hashContent(readRow(given as PostInput, null, codes, now))).toMatch(/^[0-9a-f]{64}$/);
        } catch (fault) {
          if (!(fault instanceof HubError)) throw fault;
          expect(fault.code).toMatch(/^[A-Z_]+$/);
          expect(fault.message).toMatch(/\.$/);
          // The sentence goes into the receipt of the push, so the database must be able to keep it.
          expect(fault.message).not.toMatch(/\p{Surrogate}|\0/u);
        }
      }),
    );
  });
});
