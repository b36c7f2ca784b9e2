import { sql } from 'kysely';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from '../database/connection.js';
import { query } from '../database/transaction.js';
import type { ResponseCache } from '../graphql/response-cache.js';

/** Figures about this process and the queues behind it, in Prometheus' text format. */
export function createMetrics(db: Database, cache: ResponseCache) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'hub_http_request_seconds',
    help: 'Time to answer an HTTP request, by route and status',
    labelNames: ['route', 'status'] as const,
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'hub_response_cache',
    help: 'Kept answers given (hits), not found (misses) and dropped by events',
    labelNames: ['what'] as const,
    registers: [registry],
    collect() {
      for (const [what, count] of Object.entries(cache.counts)) this.set({ what }, count);
    },
  });
  new Gauge({
    name: 'hub_consumer_lag_events',
    help: 'Events that a consumer has yet to read',
    labelNames: ['consumer'] as const,
    registers: [registry],
    async collect() {
      for (const { name, lag } of await consumerLag(db)) this.set({ consumer: name }, lag);
    },
  });
  return { registry, requests };
}

/** How far each consumer is behind the log, counted up to ten thousand. */
async function consumerLag(db: Database): Promise<{ name: string; lag: number }[]> {
  return query(
    db,
    sql<{ name: string; lag: number }>`
      select c.name, (select count(*)::int from (select 1 from events e where (e.xid, e.seq) > (c.xid, c.seq) limit 10000) as ahead) as lag
      from consumers c`,
  );
}
