import { HubError } from '../platform/index.js';
import { requiredText } from './check-text.js';

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;
const EARLIEST_YEAR = 1900;
/** How far clocks may be apart. */
const AHEAD_MS = 24 * 60 * 60 * 1_000;

/**
 * A moment written as ISO 8601 with its offset, e.g. `2026-03-05T09:30:00+08:00`.
 * @returns the same in UTC, to the millisecond
 * @throws HubError REQUIRED, or BAD_DATE when it is written otherwise, is on no calendar, or lies more than a day after `now`
 */
export function readInstant(written: string | null | undefined, field: string, now: Date): string {
  const text = requiredText(written, field, 100).trim();
  const parts = SHAPE.exec(text);
  if (parts === null) throw new HubError('BAD_DATE', 'Write the time as ISO 8601 with its offset, like 2026-03-05T09:30:00+08:00.', field);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((digits) => Number(digits ?? 0));
  const zone = parts[7] ?? 'Z';
  const onCalendar = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) && hour < 24 && minute < 60 && second < 60;
  if (!onCalendar || year < EARLIEST_YEAR) throw new HubError('BAD_DATE', 'There is no such time on the calendar.', field);
  const instant = new Date(text.replace(zone, zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')));
  if (instant.getTime() > now.getTime() + AHEAD_MS) throw new HubError('BAD_DATE', 'This lies more than a day in the future.', field);
  return instant.toISOString();
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
