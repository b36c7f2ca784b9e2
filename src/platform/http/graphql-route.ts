import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HubContext } from '../graphql/context.js';
import type { KeptAnswer, ResponseCache } from '../graphql/response-cache.js';
import type { Viewer } from '../auth/roles.js';
import { HubError } from '../errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Under which the answer may be kept; null where somebody asks who is known. */
    keptAs: string | null;
    /** Set where the answer was kept: nothing else need be done. */
    kept: KeptAnswer | null;
    hub: HubContext | null;
  }
}

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
    scope.decorateRequest('keptAs', null).decorateRequest('kept', null).decorateRequest('hub', null);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      request.keptAs = isAnonymous(request) ? `${request.headers.accept ?? ''}\n${body}` : null;
      request.kept = (request.keptAs === null ? undefined : cache.get(request.keptAs)) ?? null;
      try {
        parsed(null, request.kept === null ? JSON.parse(body) : undefined);
      } catch {
        parsed(new HubError('BAD_JSON', 'The body is not JSON.'), undefined);
      }
    });
    scope.addHook('preHandler', async (request) => {
      if (request.kept === null) request.hub = contextOf(await viewerOf(request));
    });
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: (request, reply) => (request.kept === null ? answer(apollo, cache, request, reply) : reply.headers(request.kept.headers).send(request.kept.body)),
    });
    done();
  });
}

async function answer(apollo: ApolloServer<HubContext>, cache: ResponseCache, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const since = cache.now();
  const context = request.hub;
  if (context === null) throw new Error('A request without a context.');
  const { status = 200, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers: headersOf(request), search: searchOf(request.url), body: request.body },
    context: () => Promise.resolve(context),
  });
  if (body.kind !== 'complete') throw new Error('No operation of the hub is answered in parts.');
  const type = headers.get('content-type') ?? '';
  const isLegacyRefusal = status === 400 && type.startsWith('application/json') && REQUEST_WAS_WELL_FORMED.test(body.string);
  void reply.code(isLegacyRefusal ? 200 : status).headers(Object.fromEntries(headers));
  if (request.keptAs !== null && context.dependsOn !== undefined && status === 200 && !body.string.startsWith('{"errors"')) {
    cache.keep(request.keptAs, { body: body.string, headers: { 'content-type': type, 'cache-control': 'no-store' } }, context.dependsOn, since);
  }
  return body.string;
}

/** GraphQL over HTTP: in plain `application/json` a well-formed request is 200 even where its document is wrong. */
const REQUEST_WAS_WELL_FORMED = /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)"/;

/** The two that say in which form a request is and its answer should be; Apollo asks for no other. */
function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  if (headers.accept !== undefined) map.set('accept', headers.accept);
  if (headers['content-type'] !== undefined) map.set('content-type', headers['content-type']);
  return map;
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

function isAnonymous(request: FastifyRequest): boolean {
  return request.headers.authorization === undefined && request.headers.cookie === undefined;
}
