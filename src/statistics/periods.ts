import { HubError } from '../platform/index.js';

/** Lengths of the steps of a series. */
export const STEPS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type Step = (typeof STEPS)[number];

/** A stretch of calendar days, both ends included, as `YYYY-MM-DD`. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

export const MOST_DAYS = 3_700;
const DAY_MS = 86_400_000;

/**
 * Checks what days are asked for.
 * @param from first day
 * @param to last day, included
 * @throws HubError BAD_PERIOD when it ends before it begins or is longer than 3,700 days
 */
export function checkPeriod(from: string, to: string): Period {
  if (from > to) throw new HubError('BAD_PERIOD', `The period ends (${to}) before it begins (${from}).`, 'to');
  if ((timeOf(to) - timeOf(from)) / DAY_MS >= MOST_DAYS) throw new HubError('BAD_PERIOD', `A period may have at most ${MOST_DAYS} days.`, 'to');
  return { start: from, end: to };
}

/**
 * Cuts a period into calendar days, weeks (from Monday), months or years. The first and the last step are cut off where
 * the period begins and ends, so that every day is in exactly one.
 */
export function stepsOf({ start, end }: Period, by: Step): Period[] {
  const steps: Period[] = [];
  for (let first = start; ; ) {
    const last = lastDayOf(first, by);
    if (last >= end) return [...steps, { start: first, end }];
    steps.push({ start: first, end: last });
    first = dayOf(timeOf(last) + DAY_MS);
  }
}

/** The last day of the calendar day, week, month or year in which a day lies. */
function lastDayOf(day: string, by: Step): string {
  const date = new Date(timeOf(day));
  switch (by) {
    case 'DAY':
      return day;
    case 'WEEK':
      return dayOf(date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7)));
    case 'MONTH':
      return dayOf(date.setUTCMonth(date.getUTCMonth() + 1, 0));
    case 'YEAR':
      return dayOf(date.setUTCMonth(11, 31));
  }
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
