import { fileURLToPath } from 'node:url';

import { readLabelled } from '../../../src/moderation/training/read-labelled.js';

/** The texts of a suite, by the name of its file. */
export function suiteTexts(suite: string): string[] {
  return readLabelled(fileURLToPath(new URL(`suites/${suite}.ndjson`, import.meta.url))).rows.map(({ text }) => text);
}
