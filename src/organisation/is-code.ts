import { cursorKey } from '../platform/index.js';

/** Whether a text can be a code at all. What cannot is unknown without asking the database, which would choke on some of it. */
export function isCode(text: string): boolean {
  return cursorKey.code.test(text);
}
