import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Database, HubError, type KeptAnswer, type ResponseCache } from '../platform/index.js';
import { answerKept } from './answer-kept.js';
import { type DocumentAddress, FORMATS, type FeedDocument, type Format, readFeedDocument } from './feed-document.js';
import { writeAtom } from './write-atom.js';
import { writeJsonFeed } from './write-json-feed.js';

/** What feed documents are made from. */
export interface DocumentSources {
  readonly db: Database;
  readonly cache: ResponseCache;
  /** Address of the hub as readers know it, without a trailing slash; known once the server listens. */
  readonly baseUrlOf: () => string;
}

const WRITERS: Readonly<Record<Format, { readonly write: (document: FeedDocument) => string; readonly type: string }>> = {
  atom: { write: writeAtom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: writeJsonFeed, type: 'application/feed+json; charset=utf-8' },
};

/**
 * Serves `/feeds/:slug.atom` and `/feeds/:slug.json` to everybody, with `?after=` for further pages. Documents are kept
 * until a feed or a post in them changes; readers may keep them too but must ask each time, so that a takedown reaches them.
 */
export function registerFeedDocuments(server: FastifyInstance, sources: DocumentSources): void {
  server.get<{ Params: { document: string }; Querystring: Record<string, unknown> }>('/feeds/:document', async (request, reply) => {
    const address = readAddress(request.params.document, request.query['after']);
    const key = `feed document\n${address.slug}.${address.format}\n${address.after ?? ''}`;
    return answerKept(request, reply, sources.cache.get(key) ?? (await makeDocument(sources, key, address)));
  });
}

function readAddress(document: string, after: unknown): DocumentAddress {
  const [, slug, extension] = /^([a-z0-9][a-z0-9-]*)\.([a-z]+)$/.exec(document) ?? [];
  const format = FORMATS.find((known) => known === extension);
  if (slug === undefined || format === undefined) throw new HubError('NOT_FOUND', 'A feed is at /feeds/<its slug>.atom or .json.');
  if (after !== undefined && typeof after !== 'string') throw new HubError('BAD_CURSOR', 'Give "after" once.', 'after');
  return { slug, format, after: after ?? null };
}

async function makeDocument({ db, cache, baseUrlOf }: DocumentSources, key: string, address: DocumentAddress): Promise<KeptAnswer> {
  const since = cache.now();
  const document = await readFeedDocument(db, address, baseUrlOf());
  if (document === undefined) throw new HubError('NOT_FOUND', `There is no feed "${address.slug}".`);
  const { write, type } = WRITERS[address.format];
  const body = write(document);
  const headers = {
    'content-type': type,
    // shared caches may keep it, but have to ask whether it still holds
    'cache-control': 'public, no-cache',
    etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    'last-modified': document.feed.updatedAt.toUTCString(),
    ...(document.nextUrl !== null && { link: `<${document.nextUrl}>; rel="next"` }),
  };
  cache.keep(key, { body, headers }, new Set([document.feed.uuid, ...document.items.map(({ post }) => post.uuid)]), since);
  return { body, headers };
}
