export const HOUR_MS = 3_600_000;

/** In place of a rule: all posts that were screened. */
export const ALL_POSTS = '';

/** In place of a site, once its hour is long past: all sites. */
export const ALL_SITES = '00000000-0000-0000-0000-000000000000';

/** The beginning of the hour that counts are filed under. */
export function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR_MS) * HOUR_MS);
}
