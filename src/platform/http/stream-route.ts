import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode, getOperationAST, parse } from 'graphql';
import type { RequestParams } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Viewer } from '../auth/roles.js';
import { HubError } from '../errors.js';
import { limitComplexity } from '../graphql/complexity.js';
import { formatError, newReference } from '../graphql/format-error.js';
import type { HubContext } from '../graphql/context.js';

const MOST_TOKENS = 2_000;
/** How often a stream asks whether its reader may still read. */
const RECHECK_MS = 60_000;
const MOST_STREAMS_A_READER = 10;

/**
 * Serves `/graphql/stream`: subscriptions as server-sent events, one a connection. A stream ends when the hub stops, or
 * within a minute of its reader losing a role; the reader comes back by itself, and is told.
 *
 * @param report gets each fault that readers only see masked
 */
export function registerStream(
  server: FastifyInstance,
  schema: GraphQLSchema,
  viewerOf: (request: FastifyRequest) => Promise<Viewer>,
  contextOf: (viewer: Viewer) => HubContext,
  report: (fault: unknown, reference: string) => void,
): void {
  const open = new Map<FastifyReply, string>();
  const told = (result: ExecutionResult): ExecutionResult => {
    if (result.errors === undefined) return result;
    const errors = result.errors.map((error) => {
      const reference = newReference();
      const formatted = error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message };
      return formatError(formatted, error, reference, (cause) => report(cause, reference));
    });
    return { ...result, errors: errors as unknown as readonly GraphQLError[] };
  };
  const handle = createHandler<HubContext & Record<PropertyKey, unknown>>({
    // No stream is prepared beforehand for operations to come: each connection brings its own.
    authenticate: () => null,
    onSubscribe: async ({ raw }, params) => {
      const refused = refusalOf(schema, params);
      if (refused !== undefined) return { data: null, errors: [refused as GraphQLError] };
      return { schema, document: parse(params.query, { maxTokens: MOST_TOKENS }), operationName: params.operationName, variableValues: params.variables, contextValue: contextOf(await viewerOf(raw)) as HubContext & Record<PropertyKey, unknown> };
    },
    // Every result passes here, also the one that says why there is no stream.
    onNext: (_context, _request, result) => told(result as ExecutionResult),
  });
  server.addHook('preClose', (done) => {
    for (const reply of open.keys()) reply.raw.end();
    done();
  });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    handler: async (request, reply) => {
      if (request.headers.accept !== 'text/event-stream') throw new HubError('NOT_ACCEPTABLE', 'Streams come as text/event-stream: send "accept: text/event-stream".');
      const { actor, roles } = await viewerOf(request);
      if ([...open.values()].filter((reader) => reader === actor).length >= MOST_STREAMS_A_READER) throw new HubError('TOO_MANY_STREAMS', `A reader has at most ${MOST_STREAMS_A_READER} streams open: close one first.`);
      open.set(reply, actor);
      const recheck = setInterval(() => {
        void viewerOf(request).then((now) => {
          if (now.actor !== actor || now.roles.join() !== roles.join()) reply.raw.end();
        }, () => reply.raw.end());
      }, RECHECK_MS);
      reply.raw.once('close', () => {
        clearInterval(recheck);
        open.delete(reply);
      });
      reply.hijack();
      // A proxy that gathers before it sends would make it anything but live.
      void reply.header('x-accel-buffering', 'no').header('x-content-type-options', 'nosniff');
      await handle(request, reply);
    },
  });
}

function refusalOf(schema: GraphQLSchema, { query, operationName, variables }: RequestParams): GraphQLError | HubError | undefined {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) return new HubError('NOT_A_SUBSCRIPTION', 'Only a subscription streams: send queries and mutations to /graphql.');
    limitComplexity(schema, document, operationName, variables ?? {});
    return undefined;
  } catch (fault) {
    return fault as GraphQLError | HubError;
  }
}
