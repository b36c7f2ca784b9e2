import { readFile } from 'node:fs/promises';
import { pushRows } from './push-rows.js';

/** Pushes the demo's posts as the sites would: over HTTP, through the whole pipeline. */
export async function pushDemoPosts(url: string, token: string): Promise<void> {
  const lines = (await readFile(new URL('./posts.ndjson', import.meta.url), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  await pushRows({ url, token }, lines.map((line) => JSON.parse(line) as object));
}
