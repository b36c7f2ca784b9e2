import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { UsageError } from '../errors.js';
import { reachableBinaries } from './postgres-binaries.js';
import { type Owner, chooseOwner, placeWithin } from './postgres-owner.js';

/**
 * Runs PostgreSQL and stops it when the hub goes away, however it goes: the watcher reads a pipe that only
 * the hub holds open, so even after kill -9 it sees the end of the pipe and shuts the database down.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
database=$!
( read _ <&3; kill -INT $database ) 2>/dev/null &
watcher=$!
exec 3<&-
wait $database
code=$?
kill $watcher 2>/dev/null
exit $code`;

interface Secrets {
  readonly adminPassword: string;
  readonly hubPassword: string;
}

/** A running embedded PostgreSQL. */
export interface EmbeddedCluster {
  /** Address of the hub's database, as the role `hub` (owner of that database, no superuser). */
  readonly url: string;
  /** The same server as its superuser, for tests that make databases. */
  readonly adminUrl: string;
  /** Called when the server ends without having been asked to. */
  onUnexpectedEnd(listener: () => void): void;
  /** Fast shutdown: open transactions are rolled back, committed ones are on disk. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on a folder, making it first if need be.
 * A folder left half-made by a crash is made anew; a server left behind is stopped first.
 * @param folder absolute path that will hold the cluster
 * @param settings extra server settings, e.g. `{fsync: 'off'}` for tests
 * @throws UsageError when another hub runs on the folder
 */
export async function startEmbeddedCluster(folder: string, settings: Record<string, string> = {}): Promise<EmbeddedCluster> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const place = await placeWithin(folder, await chooseOwner(folder));
  const owner = await chooseOwner(place);
  const binaries = await reachableBinaries(owner);
  await stopLeftover(place);
  if (!existsSync(join(place, 'db', 'PG_VERSION'))) await makeCluster(place, owner, binaries.initdb);
  const secrets = JSON.parse(await readFile(join(place, 'secrets.json'), 'utf8')) as Secrets;
  const server = await launch(binaries.postgres, join(place, 'db'), owner, settings);
  const address = (user: string, password: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;
  const adminUrl = address('postgres', secrets.adminPassword, 'postgres');
  await whenReady(adminUrl, server);
  await makeDatabase(adminUrl, secrets.hubPassword);
  let stopping = false;
  return {
    url: address('hub', secrets.hubPassword, 'hub'),
    adminUrl,
    onUnexpectedEnd: (listener) => void server.process.once('exit', () => stopping || listener()),
    stop: async () => {
      stopping = true;
      await endOf(server.process, () => server.process.stdin?.end());
    },
  };
}

async function makeCluster(place: string, owner: Owner, initdb: string): Promise<void> {
  const half = join(place, 'db.new');
  await rm(half, { recursive: true, force: true });
  await rm(join(place, 'db'), { recursive: true, force: true });
  const secrets: Secrets = { adminPassword: randomBytes(24).toString('hex'), hubPassword: randomBytes(24).toString('hex') };
  const passwordFile = join(place, 'initdb.password');
  await writeFile(passwordFile, secrets.adminPassword, { mode: 0o600 });
  await mkdir(half, { mode: 0o700 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    await chown(passwordFile, owner.uid, owner.gid);
    await chown(half, owner.uid, owner.gid);
  }
  // ctype C would make trigram search blind to Chinese; C.UTF-8 is built in, wherever the machine's locales are.
  const flags = ['--pgdata', half, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'];
  await promisify(execFile)(initdb, flags, { ...owner, cwd: '/' });
  await rm(passwordFile);
  await writeFile(join(place, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
  await rename(half, join(place, 'db'));
}

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  readonly log: string[];
}

async function launch(postgres: string, data: string, owner: Owner, extra: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    shared_buffers: '256MB',
    jit: 'off',
    random_page_cost: '1.1',
    ...extra,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its own session: a Ctrl-C in the terminal must reach the hub only, which drains first and stops the database last.
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', postgres, '-D', data, ...flags], { ...owner, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
  const log: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log.push(text);
    if (log.length > 50) log.shift();
  });
  child.stdin.on('error', () => undefined);
  return { process: child, port, log };
}

async function whenReady(adminUrl: string, server: Server): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (server.process.exitCode !== null) throw new Error(`The embedded database did not start: ${server.log.join('').trim()}`);
    const client = new pg.Client({ connectionString: adminUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (fault) {
      if (Date.now() > deadline) throw fault;
      await pause(25);
    }
  }
}

async function makeDatabase(adminUrl: string, password: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query(`select 1 from pg_database where datname = 'hub'`);
    if (rowCount !== 0) return;
    await admin.query(`do $$ begin if not exists (select 1 from pg_roles where rolname = 'hub') then create role hub login password '${password}'; end if; end $$`);
    await admin.query('create database hub owner hub');
  } finally {
    await admin.end();
  }
}

/** Ends a server that an earlier hub left behind, unless that hub is still alive. */
async function stopLeftover(place: string): Promise<void> {
  const holder = join(place, 'hub.pid');
  const hub = await pidIn(holder);
  const database = await pidIn(join(place, 'db', 'postmaster.pid'));
  if (database !== undefined && alive(database)) {
    if (hub !== undefined && hub !== process.pid && alive(hub)) {
      throw new UsageError(`Another hub (process ${hub}) already runs on ${dirname(holder)}: stop it first, or set HUB_DATA_DIR to another folder.`);
    }
    process.kill(database, 'SIGINT');
    for (let waited = 0; alive(database) && waited < 15_000; waited += 50) await pause(50);
  }
  await writeFile(holder, String(process.pid));
}

async function pidIn(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function endOf(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  ask();
  await ended;
}

/** A port that was free a moment ago on the loopback address. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on the loopback address.');
  return address.port;
}

/** Makes a file readable by its owner alone. */
export async function writeSecretFile(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await chmod(path, 0o600);
}
