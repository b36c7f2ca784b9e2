const UTC_OFFSET = '+00';

/**
 * A time as PostgreSQL writes it (`2026-03-05 08:00:00.123456+00`) in ISO 8601, in UTC, to the millisecond: what clients get.
 * Most servers write UTC, whose text needs no reckoning.
 */
export function isoTime(text: string): string {
  if (text.endsWith(UTC_OFFSET) && text.charCodeAt(10) === SPACE) {
    if (text.length === 22) return `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`;
    const fraction = text.slice(19, -UTC_OFFSET.length);
    if (FRACTION.test(fraction)) return `${text.slice(0, 10)}T${text.slice(11, 19)}${fraction.padEnd(4, '0').slice(0, 4)}Z`;
  }
  return new Date(text).toISOString();
}

const SPACE = 32;
const FRACTION = /^\.\d{1,6}$/;
