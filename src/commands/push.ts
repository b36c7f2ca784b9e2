import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { SingleBar } from 'cli-progress';
import { type RowResult, pushRows } from '../demo/push-rows.js';
import { UsageError, readConfig } from '../platform/index.js';
import { demoFile } from './use-database.js';

interface Options {
  readonly site?: string;
  readonly url?: string;
  readonly token?: string;
}

const BATCH = 200;
const MOST_BATCH_CHARACTERS = 2_000_000;

/** `hub push`: reads NDJSON, pushes it in batches, shows how far it is; rejected rows go to stdout, one JSON a line. */
export async function pushFile(file: string, options: Options): Promise<0 | 1> {
  const hub = await whereTo(options);
  const size = file === '-' ? 0 : (await stat(file).catch(() => Promise.reject(new UsageError(`There is no file ${file}.`)))).size;
  const bar = new SingleBar({ format: 'pushing {bar} {percentage}% | {rows} rows | {created} new {revised} revised {unchanged} unchanged {rejected} rejected', stream: process.stderr, noTTYOutput: false, hideCursor: true });
  const tally = { rows: 0, created: 0, revised: 0, unchanged: 0, rejected: 0, elsewhere: 0 };
  if (size > 0) bar.start(size, 0, tally);
  let [read, line, pending] = [0, 0, [] as { line: number; row: Record<string, unknown> }[]];
  let characters = 0;
  const flush = async () => {
    if (pending.length > 0) count(tally, await pushRows(hub, pending.map(({ row }) => row)), pending);
    pending = [];
    characters = 0;
    bar.update(read, tally);
  };
  for await (const text of createInterface({ input: file === '-' ? process.stdin : createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    read += Buffer.byteLength(text) + 1;
    if (text.trim() === '') continue;
    const row = parseRow(text, line, tally);
    if (row === undefined) continue;
    if (options.site !== undefined && row['siteCode'] !== undefined && row['siteCode'] !== options.site) tally.elsewhere += 1;
    else {
      pending.push({ line, row: forHub(row, options.site, hub.isSiteKey) });
      characters += text.length;
    }
    if (pending.length >= BATCH || characters > MOST_BATCH_CHARACTERS) await flush();
  }
  await flush();
  bar.stop();
  const elsewhere = tally.elsewhere > 0 ? `, ${tally.elsewhere} of other sites passed over` : '';
  process.stderr.write(`${tally.rows} rows: ${tally.created} created, ${tally.revised} revised, ${tally.unchanged} unchanged, ${tally.rejected} rejected${elsewhere}.\n`);
  return tally.rejected > 0 ? 1 : 0;
}

type Counts = Record<'rows' | 'created' | 'revised' | 'unchanged' | 'rejected', number>;

function count(tally: Counts, results: readonly RowResult[], pending: readonly { line: number }[]): void {
  results.forEach((result, position) => {
    tally.rows += 1;
    tally[result.outcome.toLowerCase() as 'created'] += 1;
    if (result.outcome === 'REJECTED') process.stdout.write(`${JSON.stringify({ line: pending[position]?.line, ...result })}\n`);
  });
}

function parseRow(text: string, line: number, tally: Counts): Record<string, unknown> | undefined {
  try {
    const row: unknown = JSON.parse(text);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  } catch {
    // told below, with the line
  }
  tally.rows += 1;
  tally.rejected += 1;
  process.stdout.write(`${JSON.stringify({ line, outcome: 'REJECTED', error: { code: 'BAD_JSON', message: 'This line is not a JSON object.', field: null } })}\n`);
  return undefined;
}

/** Strips notes (keys that begin with `_`) and says which site a row is for where the key does not say it. */
function forHub(row: Record<string, unknown>, site: string | undefined, isSiteKey: boolean): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('_')));
  return site === undefined || isSiteKey ? kept : { ...kept, siteCode: site };
}

async function whereTo(options: Options): Promise<{ url: string; token: string; isSiteKey: boolean }> {
  const demo = await readFile(demoFile(readConfig()), 'utf8').then(
    (text) => JSON.parse(text) as { url: string; tokens: { aggregator: string; partner: Record<string, string> } },
    () => undefined,
  );
  const own = options.token ?? process.env['HUB_TOKEN'];
  const ofSite = options.site === undefined ? undefined : demo?.tokens.partner[options.site];
  const url = options.url ?? demo?.url;
  const token = own ?? ofSite ?? demo?.tokens.aggregator;
  if (url === undefined || token === undefined) throw new UsageError('Say where to push: --url and --token (or HUB_TOKEN), or start the demo with "npm start" first.');
  return { url: url.replace(/\/+$/, ''), token, isSiteKey: own === undefined && ofSite !== undefined };
}
