import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authenticateKey, authenticateSession, closeSession, openSession, redeemSignInLink } from '../organisation/index.js';
import { type Clock, type Database, type HubConfig, HubError, type Viewer, anonymous } from '../platform/index.js';

const COOKIE = 'hub_session';

/**
 * Who asks: by bearer token, else by session cookie, else nobody.
 * @throws HubError UNAUTHENTICATED for a token that opens nothing: a typing error should not look like an empty answer
 */
export async function viewerOf(request: FastifyRequest, db: Database, clock: Clock): Promise<Viewer> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [, token] = /^Bearer (\S{1,200})$/i.exec(authorization) ?? [];
    const viewer = token === undefined ? undefined : await authenticateKey(db, token);
    if (viewer === undefined) throw new HubError('UNAUTHENTICATED', 'This token opens nothing: it is wrong, revoked, or not a Bearer token.');
    return viewer;
  }
  const session = request.cookies[COOKIE];
  if (session === undefined) return anonymous;
  refuseForeignOrigin(request);
  return (await authenticateSession(db, session, clock.now())) ?? anonymous;
}

/** A cookie counts only for pages of our own: the browser says where a request comes from. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const from = request.headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none' && request.method !== 'GET') {
    throw new HubError('FORBIDDEN', 'A signed-in request must come from the console itself.');
  }
}

/** `/sign-in?token=…` redeems a one-time link; `/sign-out` ends the session. */
export function registerSignIn(server: FastifyInstance, db: Database, clock: Clock, config: HubConfig): void {
  server.get<{ Querystring: { token?: string } }>('/sign-in', async (request, reply) => {
    const memberId = await redeemSignInLink(db, request.query.token ?? '', clock.now());
    if (memberId === undefined) throw new HubError('UNAUTHENTICATED', 'This sign-in link was used already, has expired, or never was: ask for a new one.');
    const session = await openSession(db, memberId, clock.now(), config.sessionHours);
    const secure = config.publicUrl?.startsWith('https:') === true;
    return reply
      .setCookie(COOKIE, session, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: config.sessionHours * 3600 })
      .header('cache-control', 'no-store')
      .redirect('/console/', 303);
  });
  server.post('/sign-out', async (request, reply) => {
    const session = request.cookies[COOKIE];
    refuseForeignOrigin(request);
    if (session !== undefined) await closeSession(db, session, clock.now());
    return reply.clearCookie(COOKIE, { path: '/' }).code(204).send();
  });
}
