import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { screenLines } from '../moderation/index.js';

/** `hub screen`: NDJSON in, NDJSON out, in order; a bad line is told in its place and does not stop the run. */
export async function screenStream(): Promise<0> {
  for await (const result of screenLines(createInterface({ input: process.stdin, crlfDelay: Infinity }))) {
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
  }
  return 0;
}
