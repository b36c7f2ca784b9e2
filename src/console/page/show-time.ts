import type { Language } from '../messages/speak.js';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far a time is from now, in the largest unit that fits: “in 2 hours”, “20 minutes ago”. */
export function showDistance(at: Date, now: Date, language: Language): string {
  const away = at.getTime() - now.getTime();
  const [unit, size] = UNITS.find(([, milliseconds]) => Math.abs(away) >= milliseconds) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(away / size), unit);
}

/** The hour and minute, as the reader's clock shows them. */
export function showClock(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

export function showDate(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}
