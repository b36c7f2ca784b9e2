import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { HubError, type PostgresQueue, type Role, type Viewer, anonymous, httpPermissions, isAllowed, sendError } from '../platform/index.js';

/** `/queues` (bull-board) and `/metrics`, for operators only. */
export async function registerOperatorRoutes(
  server: FastifyInstance,
  queues: readonly PostgresQueue[],
  metrics: Registry,
  viewerOf: (request: FastifyRequest) => Promise<Viewer>,
): Promise<void> {
  // Answers by itself: bull-board's scope would make a fault of an error thrown here.
  const only = (roles: readonly Role[]) => async (request: FastifyRequest, reply: FastifyReply) => {
    const viewer = await viewerOf(request).catch((fault: unknown) => (fault instanceof HubError ? anonymous : Promise.reject(fault as Error)));
    if (isAllowed(viewer, roles)) return;
    if (viewer.roles.length === 0) await sendError(reply, 401, 'UNAUTHENTICATED', 'Sign in as an operator to see this.');
    else await sendError(reply, 403, 'FORBIDDEN', 'Only an operator may see this.');
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
