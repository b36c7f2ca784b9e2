export const HOUR_MS = 3_600_000;

/** In place of a rule: all posts that were screened. */
export const ALL_POSTS = '';

/** The beginning of the hour that counts are filed under. */
export function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR_MS) * HOUR_MS);
}
