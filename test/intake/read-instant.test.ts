import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readInstant } from '../../src/intake/read-instant.js';
import { HubError } from '../../src/platform/index.js';

const now = new Date('2026-03-10T00:00:00Z');
const read = (written: string) => readInstant(written, 'publishedAt', now);

function refusalOf(written: string): string {
  try {
    return read(written);
  } catch (fault) {
    if (fault instanceof HubError) return `${fault.code} ${fault.field}`;
    throw fault;
  }
}

describe('the time at which a site published a post', () => {
  it.each([
    ['2026-03-05T09:30:00+08:00', '2026-03-05T01:30:00.000Z'],
    ['2026-03-05T09:30:00+0800', '2026-03-05T01:30:00.000Z'],
    ['2026-03-05T09:30+08:00', '2026-03-05T01:30:00.000Z'],
    ['2026-03-05T01:30:00.123456Z', '2026-03-05T01:30:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-03-10T23:59:59Z', '2026-03-10T23:59:59.000Z'],
  ])('%s is %s', (written, instant) => {
    expect(read(written)).toBe(instant);
  });

  it.each([
    '2026-03-05', '2026-03-05T09:30:00', '2026-03-05 09:30:00+08:00', '05/03/2026', '1772674200', '2026-3-5T09:30:00Z', '2026-03-05T09:30:00+08',
    '2026-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z', '2026-03-05T24:00:00Z', '2026-03-05T09:60:00Z',
    '1899-12-31T00:00:00Z', '0000-01-01T00:00:00Z', '+020260-03-05T00:00:00Z', '2026-03-05T09:30:00+99:00', '2026-03-11T00:00:01Z', '9999-12-31T00:00:00Z',
  ])('%s is refused', (written) => {
    expect(refusalOf(written)).toBe('BAD_DATE publishedAt');
  });

  it('is the same moment in whatever zone it is written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-02'), max: now, noInvalidDate: true }), fc.integer({ min: -14 * 60, max: 14 * 60 }), (moment, minutes) => {
        const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const digits = (number: number) => String(number).padStart(2, '0');
        const offset = `${minutes < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(minutes) / 60))}:${digits(Math.abs(minutes) % 60)}`;
        expect(read(local + offset)).toBe(moment.toISOString());
      }),
    );
  });
});
