import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { HubError, type PostgresQueue, type Role, type Viewer, httpPermissions, isAllowed } from '../platform/index.js';

/** `/queues` (bull-board) and `/metrics`, for operators only. */
export async function registerOperatorRoutes(
  server: FastifyInstance,
  queues: readonly PostgresQueue[],
  metrics: Registry,
  viewerOf: (request: FastifyRequest) => Promise<Viewer>,
): Promise<void> {
  const only = (roles: readonly Role[]) => async (request: FastifyRequest) => {
    const viewer = await viewerOf(request);
    if (isAllowed(viewer, roles)) return;
    throw viewer.roles.length === 0
      ? new HubError('UNAUTHENTICATED', 'Sign in as an operator to see this.')
      : new HubError('FORBIDDEN', 'Only an operator may see this.');
  };
  await server.register(async (scope) => {
    scope.addHook('onRequest', only(httpPermissions.queues));
    const board = new FastifyAdapter();
    board.setBasePath('/queues');
    createBullBoard({ queues: queues.map((queue) => new BullMQAdapter(queue as never)), serverAdapter: board, options: { uiConfig: { boardTitle: 'Wenming Hub' } } });
    await scope.register(board.registerPlugin(), { prefix: '/queues', basePath: '/queues' } as never);
  });
  server.get('/metrics', { onRequest: only(httpPermissions.metrics) }, async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
}
