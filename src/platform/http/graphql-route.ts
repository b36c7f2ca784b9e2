import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HubContext } from '../graphql/context.js';
import type { ResponseCache } from '../graphql/response-cache.js';
import type { Viewer } from '../auth/roles.js';
import { HubError } from '../errors.js';

interface Prepared {
  /** Set where the answer was kept: nothing else need be done. */
  readonly kept?: { readonly body: string; readonly headers: Readonly<Record<string, string>> };
  readonly key?: string;
}

const prepared = new WeakMap<FastifyRequest, Prepared>();
const contexts = new WeakMap<FastifyRequest, HubContext>();

/**
 * Serves `/graphql`. A public operation that was answered before is answered again from the response cache before its
 * JSON is even parsed: the key is the body word for word.
 */
export function registerGraphql(
  server: FastifyInstance,
  apollo: ApolloServer<HubContext>,
  cache: ResponseCache,
  viewerOf: (request: FastifyRequest) => Promise<Viewer>,
  contextOf: (viewer: Viewer) => HubContext,
): void {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      const key = isAnonymous(request) ? `${request.headers.accept ?? ''}\n${body}` : undefined;
      const kept = key === undefined ? undefined : cache.get(key);
      if (kept !== undefined) {
        prepared.set(request, { kept });
        parsed(null, undefined);
        return;
      }
      try {
        prepared.set(request, { ...(key !== undefined && { key }) });
        parsed(null, JSON.parse(body));
      } catch {
        parsed(new HubError('BAD_JSON', 'The body is not JSON.'), undefined);
      }
    });
    scope.addHook('preHandler', async (request) => {
      if (prepared.get(request)?.kept === undefined) contexts.set(request, contextOf(await viewerOf(request)));
    });
    scope.route({ method: ['GET', 'POST'], url: '/graphql', handler: handlerOf(apollo, cache) });
    done();
  });
}

function handlerOf(apollo: ApolloServer<HubContext>, cache: ResponseCache) {
  const answer = fastifyApolloHandler(apollo, {
    context: (request: FastifyRequest) => {
      const context = contexts.get(request);
      return context === undefined ? Promise.reject(new Error('A request without a context.')) : Promise.resolve(context);
    },
  });
  return async function handle(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { kept, key } = prepared.get(request) ?? {};
    if (kept !== undefined) return reply.headers(kept.headers).send(kept.body);
    const since = cache.now();
    const body: unknown = await answer.call(this, request, reply);
    if (reply.statusCode === 400 && isLegacyJson(reply) && typeof body === 'string' && REQUEST_WAS_WELL_FORMED.test(body)) void reply.code(200);
    const dependsOn = contexts.get(request)?.dependsOn;
    if (key !== undefined && dependsOn !== undefined && typeof body === 'string' && reply.statusCode === 200 && !body.startsWith('{"errors"')) {
      cache.keep(key, { body, headers: { 'content-type': headerOf(reply, 'content-type'), 'cache-control': 'no-store' } }, dependsOn, since);
    }
    return body;
  };
}

/** GraphQL over HTTP: in plain `application/json` a well-formed request is 200 even where its document is wrong. */
const REQUEST_WAS_WELL_FORMED = /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)"/;

function isLegacyJson(reply: FastifyReply): boolean {
  return headerOf(reply, 'content-type').startsWith('application/json');
}

function headerOf(reply: FastifyReply, name: string): string {
  const value = reply.getHeader(name);
  return typeof value === 'string' ? value : '';
}

function isAnonymous(request: FastifyRequest): boolean {
  return request.headers.authorization === undefined && request.headers.cookie === undefined;
}
