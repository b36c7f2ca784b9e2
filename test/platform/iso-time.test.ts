import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoTime } from '../../src/platform/index.js';

describe('a time as PostgreSQL writes it', () => {
  it('is the same moment in ISO 8601, whatever the offset and however many digits', () => {
    const offset = fc.constantFrom('+00', '+08', '-03:30', '+05:45');
    const fraction = fc.oneof(fc.constant(''), fc.stringMatching(/^\.[0-9]{1,6}$/));
    const moment = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fraction, offset, (date, digits, zone) => {
        const text = `${date.toISOString().slice(0, 19).replace('T', ' ')}${digits}${zone}`;
        expect(isoTime(text)).toBe(new Date(text).toISOString());
      }),
    );
  });
});
