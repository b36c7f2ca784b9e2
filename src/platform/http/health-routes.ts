import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../database/connection.js';
import { queryOne } from '../database/transaction.js';
import type { Signals } from '../events/signals.js';

/** `/healthz`: the process lives. `/readyz`: it can answer; false while draining, so that a balancer turns away in time. */
export function registerHealth(server: FastifyInstance, db: Database, signals: Signals, isDraining: () => boolean): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const database = await queryOne(db, sql<{ ok: number }>`select 1 as ok`).then(
      () => true,
      () => false,
    );
    const ready = database && signals.connected && !isDraining();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', database, signals: signals.connected, draining: isDraining() });
  });
}
