import { type ChildProcess, fork } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type DemoTokens, demoSignInLinks, prepareDemo } from '../demo/prepare-demo.js';
import { pushDemoPosts } from '../demo/push-demo-posts.js';
import { connectDatabase, type EmbeddedCluster, type HubConfig, UsageError, migrate, queryOne, readConfig, startEmbeddedCluster, writeSecretFile } from '../platform/index.js';
import { banner } from './banner.js';
import type { PartMessage } from './run-part.js';
import { addressFile, embeddedFolder } from './use-database.js';

const MOST_QUICK_FAILURES = 10;
const RESTART_PAUSE_MS = 300;

/** Starts everything and stays until a signal: the database first and last, API and worker as processes of their own, brought back if they die. */
export async function startHub(): Promise<undefined> {
  const config = readConfig();
  const stopped = new AbortController();
  const cluster = config.databaseUrl === undefined ? await startEmbeddedCluster(embeddedFolder(config)) : undefined;
  const databaseUrl = config.databaseUrl ?? cluster?.url ?? '';
  const parts: SupervisedPart[] = [];
  try {
    await migrate(databaseUrl);
    const demo = cluster === undefined ? undefined : await demoTokens(config, databaseUrl);
    if (cluster !== undefined) await writeSecretFile(addressFile(config), databaseUrl);
    const environment = { ...process.env, DATABASE_URL: databaseUrl, HUB_HOST: config.host };
    parts.push(new SupervisedPart('api', { ...environment }), new SupervisedPart('worker', { ...environment }));
    const [url = ''] = await Promise.all(parts.map((part) => part.ready));
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

export function demoFile(config: HubConfig): string {
  return join(config.dataDir, 'demo.json');
}

function untilAskedToStop(stopped: AbortController): Promise<void> {
  process.once('SIGINT', () => stopped.abort());
  process.once('SIGTERM', () => stopped.abort());
  process.once('SIGHUP', () => stopped.abort());
  return new Promise((resolve) => stopped.signal.addEventListener('abort', () => resolve()));
}

/** A process of the hub that is started again when it dies unasked. */
class SupervisedPart {
  /** Resolves with the part's address, if it has one, once it first stands; rejects if it never does. */
  readonly ready: Promise<string | undefined>;
  private child: ChildProcess | undefined;
  private stopping = false;
  private quickFailures = 0;
  private settle: { resolve: (url: string | undefined) => void; reject: (fault: Error) => void } | undefined;

  constructor(
    private readonly name: 'api' | 'worker',
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    this.ready.catch(() => undefined);
    this.launch();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.send('stop', () => undefined);
    const patience = new AbortController();
    void pause(20_000, undefined, { signal: patience.signal }).then(() => child.kill('SIGKILL'), () => undefined);
    await ended;
    patience.abort();
  }

  private launch(): void {
    const launched = Date.now();
    const child = fork(process.argv[1] ?? '', [this.name], { env: this.environment, execArgv: process.execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    child.on('message', (message: PartMessage) => {
      if ('ready' in message) {
        // brought back, it must be found where it was, also when PORT=0 let the machine choose
        if (message.url !== undefined) this.environment['PORT'] = String(message.port ?? '');
        this.settle?.resolve(message.url);
      } else this.fail(new UsageError(message.failed));
    });
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.quickFailures = Date.now() - launched < 5_000 ? this.quickFailures + 1 : 0;
      if (this.quickFailures >= MOST_QUICK_FAILURES) {
        this.fail(new Error(`The ${this.name} process does not stay up (${signal ?? `exit ${code ?? 0}`}).`));
        return;
      }
      process.stderr.write(`The ${this.name} process ended (${signal ?? `exit ${code ?? 0}`}); starting it again.\n`);
      setTimeout(() => this.stopping || this.launch(), RESTART_PAUSE_MS);
    });
  }

  private fail(fault: Error): void {
    this.stopping = true;
    this.settle?.reject(fault);
  }
}
