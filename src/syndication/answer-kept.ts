import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswer } from '../platform/index.js';

const SECOND_MS = 1_000;
/** Longer than a change takes from its time stamp to its commit. */
const SETTLED_MS = 3_000;

/**
 * Answers with a document, or with 304 where the reader has it already (RFC 9110 §13.2.2: `If-None-Match` counts, and
 * `If-Modified-Since` only without it).
 */
export function answerKept(request: FastifyRequest, reply: FastifyReply, { body, headers }: KeptAnswer): FastifyReply {
  const etag = headers['etag'] ?? '';
  const modified = Date.parse(headers['last-modified'] ?? '');
  void reply.headers({ ...headers, 'last-modified': tellModified(modified, Date.now()) });
  return isKnown(request, etag, modified) ? reply.code(304).removeHeader('content-type').send() : reply.send(body);
}

/**
 * `Last-Modified` knows only seconds: a document could change again within the second in which it was fetched, and its reader would
 * be told that it did not. So a document that changed just now is told to be a second older, and the reader gets it once more.
 */
function tellModified(modified: number, now: number): string {
  return new Date(now - modified < SETTLED_MS ? modified - SECOND_MS : modified).toUTCString();
}

function isKnown({ headers }: FastifyRequest, etag: string, modified: number): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return modified <= Date.parse(headers['if-modified-since'] ?? '');
}
