import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** GraphiQL's editor makes its workers from blobs and styles inline; scripts come from here alone. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the built console at `/console/`. */
export async function registerConsole(server: FastifyInstance): Promise<void> {
  const root = ['./console', '../dist/console', '../../dist/console'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(`${path}/index.html`));
  server.get('/', (_request, reply) => reply.redirect('/console/', 302));
  if (root === undefined) return;
  await server.register(fastifyStatic, {
    root,
    prefix: '/console/',
    redirect: true,
    setHeaders: (response, path) => {
      response.header('content-security-policy', CONTENT_SECURITY_POLICY);
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/console', (_request, reply) => reply.redirect('/console/', 302));
}
