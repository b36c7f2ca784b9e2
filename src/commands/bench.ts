import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generatePosts } from '../bench/generate-posts.js';
import { measureFeed } from '../bench/measure-feed.js';
import { measurePush } from '../bench/measure-push.js';
import { measureScreening } from '../bench/measure-screening.js';
import { measureTakedown } from '../bench/measure-takedown.js';
import { startProcess } from '../bench/processes.js';
import { prepareDemo } from '../demo/prepare-demo.js';
import { pushRows } from '../demo/push-rows.js';
import { connectDatabase, migrate, startEmbeddedCluster } from '../platform/index.js';

const FEED_POSTS = 4_000;

/** `hub bench`: a hub of its own on a fresh embedded database, with its rivals on the same one. Takes a few minutes. */
export async function runBench(): Promise<0> {
  const hubModule = process.argv[1] ?? '';
  say('Screening, in this process, by its own processor time …');
  tellScreening(measureScreening());
  const folder = await mkdtemp(join(tmpdir(), 'wenming-bench-'));
  await chmod(folder, 0o755);
  const cluster = await startEmbeddedCluster(folder);
  try {
    await migrate(cluster.url);
    const db = await connectDatabase(cluster.url, 2);
    const { tokens } = await prepareDemo(db, new Date());
    const token = tokens.partner['hljwm'] ?? '';
    say(`Filling a feed with ${FEED_POSTS} posts through the pipeline …`);
    await fillFeed(hubModule, cluster.url, token);
    say('Feed page, 20 posts with unit and site, 32 connections …');
    const feed = await measureFeed(hubModule, cluster.url, 'longjiang');
    line('feed page, cached', feed.cached, feed.handWritten, 'node:http + one SQL', 2, 'req/s');
    line('feed page, not cached', feed.uncached, feed.handWritten, 'node:http + one SQL', 0.7, 'req/s');
    line('feed page, not cached', feed.uncached, feed.mercurius, 'Mercurius + JIT + one SQL', 1, 'req/s');
    say('pushPosts, 500 rows a request, 2 side by side …');
    const push = await measurePush(hubModule, cluster.url, token);
    line('pushPosts, stored', push.hub, push.bareInsert, 'bare multi-row INSERT', 0.5, 'rows/s');
    say('Takedowns, seen from two API processes in GraphQL, Atom and JSON Feed …');
    const times = await measureTakedown(hubModule, cluster.url, token);
    const quantile = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
    process.stdout.write(`takedown, gone everywhere  p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms (target p99 200 ms), ${times.length} sightings\n`);
    await db.close();
    return 0;
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function tellScreening({ postsASecond, growth, longest, garbage }: ReturnType<typeof measureScreening>): void {
  process.stdout.write(`screening                ${Math.round(postsASecond)} posts of 300 characters a second of one core (target 5000), ${garbage.toFixed(0)} KiB of garbage a post\n`);
  process.stdout.write(`screening, long posts    ${growth.toFixed(2)} x the time a character in 100,000 as in 10,000; p99 of 100,000 characters ${Math.round(longest)} ms (target 250 ms)\n`);
}

async function fillFeed(hubModule: string, databaseUrl: string, token: string): Promise<void> {
  const [api, worker] = await Promise.all([startProcess(hubModule, ['api'], databaseUrl), startProcess(hubModule, ['worker'], databaseUrl)]);
  for (let from = 0; from < FEED_POSTS; from += 500) await pushRows({ url: api.url, token }, generatePosts(from, 500));
  const count = async () => {
    const db = await connectDatabase(databaseUrl, 1);
    const { rows } = await db.pool.query<{ n: number }>(`select count(*)::int as n from standings`);
    await db.close();
    return rows[0]?.n ?? 0;
  };
  while ((await count()) < FEED_POSTS) await pause(200);
  await pause(2_000);
  await Promise.all([api.stop(), worker.stop()]);
}

function line(what: string, ours: number, theirs: number, rival: string, target: number, unit: string): void {
  process.stdout.write(`${what.padEnd(24)} ${(ours / theirs).toFixed(2)} x ${rival} (target ${target} x)   ${Math.round(ours)} against ${Math.round(theirs)} ${unit}\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
