import { readFile, rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { type DemoTokens, demoSignInLinks, prepareDemo } from '../demo/prepare-demo.js';
import { pushDemoPosts } from '../demo/push-demo-posts.js';
import { connectDatabase, type EmbeddedCluster, type HubConfig, migrate, queryOne, readConfig, startEmbeddedCluster, writeSecretFile } from '../platform/index.js';
import { banner } from './banner.js';
import type { SupervisedPart } from './supervised-part.js';
import { addressFile, demoFile, embeddedFolder } from './use-database.js';

/** Brings up the database, sends API and worker to work on it, and stays until a signal; the database goes last. */
export async function runHub(parts: readonly SupervisedPart[]): Promise<undefined> {
  const stopped = new AbortController();
  const config = readConfig();
  const cluster = config.databaseUrl === undefined ? await startEmbeddedCluster(embeddedFolder(config)) : undefined;
  const databaseUrl = config.databaseUrl ?? cluster?.url ?? '';
  try {
    await migrate(databaseUrl);
    const demo = cluster === undefined ? undefined : await demoTokens(config, databaseUrl);
    if (cluster !== undefined) await writeSecretFile(addressFile(config), databaseUrl);
    const [url = ''] = await Promise.all(parts.map((part) => part.begin({ databaseUrl, host: config.host })));
    cluster?.onUnexpectedEnd(() => {
      process.stderr.write('The embedded database ended unexpectedly: stopping; start again to recover.\n');
      process.exitCode = 1;
      stopped.abort();
    });
    if (demo !== undefined) await settleDemo(config, databaseUrl, url, demo);
    else process.stderr.write(banner(url));
    await untilAskedToStop(stopped);
    process.stderr.write('Stopping…\n');
  } finally {
    await Promise.all(parts.map((part) => part.stop()));
    await endCluster(config, cluster);
  }
  process.stderr.write('Stopped.\n');
  return undefined;
}

async function endCluster(config: HubConfig, cluster: EmbeddedCluster | undefined): Promise<void> {
  if (cluster === undefined) return;
  await rm(addressFile(config), { force: true });
  await cluster.stop();
}

/** Tokens of the demo: those in demo.json as long as they still open the database, else new ones. */
async function demoTokens(config: HubConfig, databaseUrl: string): Promise<DemoTokens> {
  const noted = await readFile(demoFile(config), 'utf8').then(
    (text) => (JSON.parse(text) as { tokens: DemoTokens }).tokens,
    () => undefined,
  );
  const db = await connectDatabase(databaseUrl, 2);
  try {
    const made = await queryOne(db, sql<{ n: number }>`select count(*)::int as n from api_keys`);
    if (noted !== undefined && made !== undefined && made.n > 0) return noted;
    return (await prepareDemo(db, new Date())).tokens;
  } finally {
    await db.close();
  }
}

/** Writes demo.json, pushes the demo's posts through the API on the first start, and shows where everything is. */
async function settleDemo(config: HubConfig, databaseUrl: string, url: string, tokens: DemoTokens): Promise<void> {
  const db = await connectDatabase(databaseUrl, 2);
  try {
    const signIn = await demoSignInLinks(db, url, new Date());
    await writeSecretFile(demoFile(config), `${JSON.stringify({ url, tokens, signIn }, null, 2)}\n`);
    const posts = await queryOne(db, sql<{ n: number }>`select count(*)::int as n from (select 1 from posts limit 1) as p`);
    if (posts?.n === 0) await pushDemoPosts(url, tokens.aggregator);
    process.stderr.write(banner(url, { signIn, file: demoFile(config) }));
  } finally {
    await db.close();
  }
}

function untilAskedToStop(stopped: AbortController): Promise<void> {
  process.once('SIGINT', () => stopped.abort());
  process.once('SIGTERM', () => stopped.abort());
  process.once('SIGHUP', () => stopped.abort());
  return new Promise((resolve) => stopped.signal.addEventListener('abort', () => resolve()));
}
