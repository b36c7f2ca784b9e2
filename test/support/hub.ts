import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Api, type HubWorker, startApi, startWorker } from '../../src/app.js';
import { type DemoTokens, prepareDemo } from '../../src/demo/prepare-demo.js';
import { connectDatabase, type Database, type HubConfig, ManualClock, queryOne, readConfig } from '../../src/platform/index.js';
import { cloneDatabase } from './database.js';

/** What GraphQL answers. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string } }[];
}

/** A real hub on a real database: API over HTTP and a worker, with the demo campaign's units, sites, feeds and accounts. */
export interface TestHub {
  readonly url: string;
  readonly databaseUrl: string;
  readonly config: HubConfig;
  readonly db: Database;
  readonly clock: ManualClock;
  readonly tokens: DemoTokens;
  /** Sends an operation as the holder of a token, or as nobody. `to` names another API process than the first. */
  graphql<Data = Record<string, unknown>>(document: string, variables?: Record<string, unknown>, token?: string, to?: Api): Promise<Answer<Data>>;
  /** Waits until every fact has been acted on: no job waits and every reader of the log has read all. */
  settle(): Promise<void>;
  /** Machine work stops, as in an outage; facts wait. */
  stopWorkers(): Promise<void>;
  startWorkers(): Promise<void>;
  /** A second API process's worth of hub: own caches, own connections. */
  secondApi(): Promise<Api>;
  close(): Promise<void>;
}

export async function startTestHub({ worker = true, now = new Date() }: { worker?: boolean; now?: Date } = {}): Promise<TestHub> {
  const database = await cloneDatabase();
  const clock = new ManualClock(now);
  const config = readConfig({ PORT: '0', HUB_LOG_LEVEL: process.env['HUB_LOG_LEVEL'] ?? 'error', HUB_DATA_DIR: '/nonexistent' });
  const surroundings = { config, databaseUrl: database.url, clock };
  const setup = await connectDatabase(database.url, 2);
  const { tokens } = await prepareDemo(setup, clock.now());
  await setup.close();
  const api = await startApi(surroundings);
  const workers: HubWorker[] = worker ? [await startWorker(surroundings)] : [];
  const apis = [api];
  return {
    url: api.url,
    databaseUrl: database.url,
    config,
    db: api.db,
    clock,
    tokens,
    graphql: (document, variables, token, to = api) => send(to.url, document, variables, token),
    settle: () => settle(api.db),
    stopWorkers: async () => {
      await Promise.all(workers.splice(0).map((part) => part.close()));
    },
    startWorkers: async () => {
      workers.push(await startWorker(surroundings));
    },
    secondApi: async () => {
      const another = await startApi(surroundings);
      apis.push(another);
      return another;
    },
    close: async () => {
      await Promise.all([...workers, ...apis].map((part) => part.close()));
      await database.drop();
    },
  };
}

async function send<Data>(url: string, query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer<Data>, 'status'>;
  return { ...body, status: response.status };
}

const MOST_WAIT_MS = 30_000;

async function settle(db: Database): Promise<void> {
  for (let waited = 0; waited < MOST_WAIT_MS; waited += 25) {
    const row = await queryOne(
      db,
      sql<{ busy: boolean }>`
        select exists (select 1 from events e, consumers c where (e.xid, e.seq) > (c.xid, c.seq))
            or (select count(*) from consumers) < 7
            or exists (select 1 from jobs.job where state not in ('completed', 'failed')) as busy`,
    );
    if (row?.busy === false) return;
    await pause(25);
  }
  throw new Error('The hub did not come to rest.');
}
