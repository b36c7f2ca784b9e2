import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { createCurationConsumers } from './curation/index.js';
import { registerConsole } from './http/console-routes.js';
import { registerOperatorRoutes } from './http/operator-routes.js';
import { registerSignIn, viewerOf } from './http/sign-in-routes.js';
import {
  createBacktestRelay,
  createScreeningRelay,
  consumers as moderationConsumers,
  jobs as moderationJobs,
  registerBrakeMetrics,
  replayHistoryJob,
  screenPostsJob,
  seedFirstEdition,
} from './moderation/index.js';
import {
  type Clock,
  ConsumerRunner,
  type Database,
  type HubConfig,
  HubContext,
  JobQueues,
  KeptValues,
  LiveLists,
  type Logger,
  ResponseCache,
  Signals,
  connectDatabase,
  createApollo,
  createHttpServer,
  createLog,
  createMetrics,
  ledgerConsumer,
  registerGraphql,
  registerHealth,
  registerStream,
  systemClock,
} from './platform/index.js';
import { buildHubSchema } from './schema.js';
import { createStatisticsConsumers } from './statistics/index.js';
import { registerFeedDocuments, consumers as syndicationConsumers } from './syndication/index.js';

/** What a part of the hub runs on. */
export interface Surroundings {
  readonly config: HubConfig;
  /** Address of the database, embedded or your own. */
  readonly databaseUrl: string;
  readonly clock?: Clock;
}

export interface Api {
  readonly url: string;
  readonly port: number;
  readonly db: Database;
  /** Stops taking requests, finishes those under way, and lets go of everything. */
  close(): Promise<void>;
}

/** Starts the API: GraphQL, feed documents, console, operators' pages. Stateless; as many as you like. */
export async function startApi({ config, databaseUrl, clock = systemClock }: Surroundings): Promise<Api> {
  const log = createLog(config.logLevel, 'api');
  const db = await connectDatabase(databaseUrl, 20);
  await seedFirstEdition(db, clock.now());
  const signals = new Signals(databaseUrl);
  await signals.open();
  const cache = new ResponseCache(signals);
  const kept = new KeptValues(signals);
  const queues = new JobQueues(databaseUrl, moderationJobs, reporter(log, 'job'));
  await queues.open();
  const metrics = createMetrics(db, cache);
  registerBrakeMetrics(metrics.registry, db);
  const server = await createHttpServer((fault) => log.error({ err: fault }, 'request failed'));
  const live = new LiveLists(signals);
  const schema = buildHubSchema();
  const apollo = createApollo(schema, (fault, reference) => log.error({ err: fault, reference }, 'operation failed'));
  await apollo.start();
  const viewer = (request: FastifyRequest) => viewerOf(request, db, clock);
  let url = config.publicUrl ?? '';
  let draining = false;
  server.addHook('onResponse', (request, reply, done) => {
    metrics.requests.observe({ route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  registerHealth(server, db, signals, () => draining);
  registerSignIn(server, db, clock, config);
  registerGraphql(server, apollo, cache, viewer, (who) => new HubContext(who, db, clock, config, randomUUID(), url, kept));
  registerStream(server, schema, viewer, (who) => new HubContext(who, db, clock, config, randomUUID(), url, kept, live), (fault, reference) => log.error({ err: fault, reference }, 'subscription failed'));
  registerFeedDocuments(server, { db, cache, baseUrlOf: () => url });
  await registerOperatorRoutes(server, queues.all(), metrics.registry, viewer);
  await registerConsole(server);
  await server.listen({ port: config.port, host: config.host });
  const { port } = server.server.address() as AddressInfo;
  url ||= `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
  return {
    url,
    port,
    db,
    close: async () => {
      draining = true;
      await server.close();
      await apollo.stop();
      await queues.close();
      await signals.close();
      await db.close();
    },
  };
}

export interface HubWorker {
  close(): Promise<void>;
}

/** Starts a worker: reads the event log and does machine work. As many as you like; each log reader runs in one at a time. */
export async function startWorker({ config, databaseUrl, clock = systemClock }: Surroundings): Promise<HubWorker> {
  const log = createLog(config.logLevel, 'worker');
  const db = await connectDatabase(databaseUrl, 12);
  await seedFirstEdition(db, clock.now());
  const signals = new Signals(databaseUrl);
  await signals.open();
  const queues = new JobQueues(databaseUrl, moderationJobs, reporter(log, 'job'));
  await queues.open();
  await queues.work({ db, clock });
  const runner = new ConsumerRunner(db, signals, reporter(log, 'consumer'));
  runner.start([
    createScreeningRelay((payloads) => queues.enqueue(screenPostsJob, payloads)),
    createBacktestRelay((payloads) => queues.enqueue(replayHistoryJob, payloads)),
    ...moderationConsumers,
    ...createCurationConsumers(clock),
    ...syndicationConsumers,
    ...createStatisticsConsumers(config.timeZone),
    ledgerConsumer,
  ]);
  return {
    close: async () => {
      await runner.stop();
      await queues.close();
      await signals.close();
      await db.close();
    },
  };
}

function reporter(log: Logger, kind: string) {
  return (name: string, fault: unknown) => log.error({ err: fault, [kind]: name }, `${kind} failed`);
}
