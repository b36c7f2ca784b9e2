import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { connectDatabase, type Database, type HubConfig, UsageError, migrate, readConfig, startEmbeddedCluster } from '../platform/index.js';

/**
 * Runs a command on the hub's database: yours by DATABASE_URL, else the embedded one; if that runs already
 * (a hub is up), joins it, else starts it for as long as the command takes.
 */
export async function withDatabase<T>(work: (db: Database, config: HubConfig) => Promise<T>): Promise<T> {
  const config = readConfig();
  const { url, stop } = await reachDatabase(config);
  try {
    await migrate(url);
    const db = await connectDatabase(url, 4);
    try {
      return await work(db, config);
    } finally {
      await db.close();
    }
  } finally {
    await stop();
  }
}

/** The address of the database and what to do when done with it. */
export async function reachDatabase(config: HubConfig): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  const running = await runningUrl(config);
  if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
  const cluster = await startEmbeddedCluster(embeddedFolder(config));
  return { url: cluster.url, stop: () => cluster.stop() };
}

export function embeddedFolder(config: HubConfig): string {
  return join(config.dataDir, 'postgres');
}

/** Where a running hub notes its embedded database's address (mode 0600), for commands beside it. */
export function addressFile(config: HubConfig): string {
  return join(config.dataDir, 'database.url');
}

/** Where a running demo notes its address, tokens and sign-in links (mode 0600). */
export function demoFile(config: HubConfig): string {
  return join(config.dataDir, 'demo.json');
}

async function runningUrl(config: HubConfig): Promise<string | undefined> {
  const noted = await readFile(addressFile(config), 'utf8').catch(() => '');
  if (noted === '') return undefined;
  try {
    const db = await connectDatabase(noted, 1);
    await db.pool.query('select 1');
    await db.close();
    return noted;
  } catch {
    return undefined;
  }
}

/** @throws UsageError unless DATABASE_URL is set */
export function requireDatabaseUrl(config: HubConfig): string {
  if (config.databaseUrl === undefined) throw new UsageError('Set DATABASE_URL to the PostgreSQL that the hub shall run on, or use "hub start" for the embedded one.');
  return config.databaseUrl;
}
