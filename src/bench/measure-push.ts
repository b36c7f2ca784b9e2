import pg from 'pg';
import { pushRows } from '../demo/push-rows.js';
import { generatePosts } from './generate-posts.js';
import { median } from './median.js';
import { startProcess } from './processes.js';

const BATCH = 500;
const BATCHES = 24;
const SIDE_BY_SIDE = 2;
const ROUNDS = 3;

/** Rows a second, median of the rounds. */
export interface PushFigures {
  readonly hub: number;
  readonly bareInsert: number;
}

/** `pushPosts` over HTTP, stored (screening waits: no worker runs), against one multi-row INSERT a batch of the same rows. */
export async function measurePush(hubModule: string, databaseUrl: string, token: string): Promise<PushFigures> {
  const api = await startProcess(hubModule, ['api'], databaseUrl);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: SIDE_BY_SIDE });
  const [hub, bareInsert]: [number[], number[]] = [[], []];
  let from = 1_000_000;
  try {
    await pool.query(
      `create table bench_posts (id uuid primary key default gen_random_uuid(), site text not null, external_id text not null, title text not null, html text not null, url text not null,
         published_at timestamptz not null, author_name text not null, unit text not null, strand text not null, work_type text not null, topics text[] not null, media jsonb not null,
         received_at timestamptz not null default now(), unique (site, external_id))`,
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const batches = Array.from({ length: BATCHES }, (_unused, n) => generatePosts(from + n * BATCH, BATCH));
      from += BATCH * BATCHES;
      hub.push(await rate(batches, (rows) => pushRows({ url: api.url, token }, rows)));
      bareInsert.push(await rate(batches, (rows) => insert(pool, rows)));
    }
  } finally {
    await api.stop();
    await pool.end();
  }
  return { hub: median(hub), bareInsert: median(bareInsert) };
}

async function rate(batches: readonly Record<string, unknown>[][], send: (rows: Record<string, unknown>[]) => Promise<unknown>): Promise<number> {
  const waiting = [...batches];
  const started = performance.now();
  const lane = async () => {
    for (let rows = waiting.pop(); rows !== undefined; rows = waiting.pop()) await send(rows);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return (batches.length * BATCH * 1000) / (performance.now() - started);
}

const COLUMNS = ['externalId', 'title', 'html', 'url', 'publishedAt', 'authorName', 'unitCode', 'strand', 'workType'] as const;

async function insert(pool: pg.Pool, rows: readonly Record<string, unknown>[]): Promise<void> {
  const values: unknown[] = [];
  const tuples = rows.map((row) => {
    const places = COLUMNS.map((column) => `$${values.push(row[column])}`);
    return `('hljwm', ${places.join(', ')}, $${values.push(row['topics'])}, $${values.push(JSON.stringify(row['media']))})`;
  });
  await pool.query(
    `insert into bench_posts (site, external_id, title, html, url, published_at, author_name, unit, strand, work_type, topics, media) values ${tuples.join(', ')}`,
    values,
  );
}
