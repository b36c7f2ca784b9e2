import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { HubError } from '../errors.js';

/** Largest body that any address takes: a full push. */
export const MOST_BODY_BYTES = 8 * 1024 * 1024;

/** Fastify with the hub's headers and its way of telling errors: always JSON, always a code, never a stack. */
export async function createHttpServer(report: (fault: unknown) => void): Promise<FastifyInstance> {
  const server = Fastify({ bodyLimit: MOST_BODY_BYTES, trustProxy: true, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 200 } });
  await server.register(fastifyCookie);
  server.addHook('onSend', (_request, reply, payload, done) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
    done(null, payload);
  });
  server.setNotFoundHandler((request, reply) => sendError(reply, 404, 'NOT_FOUND', `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`));
  server.setErrorHandler((fault: FastifyError | HubError, _request: FastifyRequest, reply) => {
    if (fault instanceof HubError) return sendError(reply, statusOf(fault.code), fault.code, fault.message);
    const known = KNOWN[fault.code];
    if (known !== undefined) return sendError(reply, ...known);
    const status = fault.statusCode ?? 500;
    if (status < 500) return sendError(reply, status, 'BAD_REQUEST', fault.message);
    report(fault);
    return sendError(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
  });
  return server;
}

const KNOWN: Readonly<Record<string, [status: number, code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'BODY_TOO_LARGE', 'The body is larger than 8 MiB: push fewer posts at a time.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'BAD_REQUEST', 'The body is empty: send {"query": "…"}.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'BAD_REQUEST', 'The body is not as long as it says.'],
};

function statusOf(code: string): number {
  const statuses: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };
  return statuses[code] ?? 400;
}

/** Answers with the same shape as a GraphQL error, so that a client reads one shape everywhere. */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send({ errors: [{ message, extensions: { code } }] });
}
