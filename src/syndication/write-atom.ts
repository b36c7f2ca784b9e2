import { isoTime } from '../platform/index.js';
import type { DocumentItem, FeedDocument } from './feed-document.js';
import { type Xml, element, xmlDocument } from './write-xml.js';

/**
 * A feed as an Atom document (RFC 4287), with paging as in RFC 5005.
 *
 * Written by hand: the part of Atom that a feed of posts needs is a screenful, and every text must pass one place that
 * escapes it and drops what XML cannot hold, because posts may hold anything.
 */
export function writeAtom({ feed, items, selfUrl, firstUrl, nextUrl }: FeedDocument): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom' },
      element('id', {}, `urn:uuid:${feed.uuid}`),
      element('title', {}, feed.title),
      feed.description === null ? null : element('subtitle', {}, feed.description),
      element('updated', {}, feed.updatedAt.toISOString()),
      element('link', { rel: 'self', type: 'application/atom+xml', href: selfUrl }),
      element('link', { rel: 'first', type: 'application/atom+xml', href: firstUrl }),
      nextUrl === null ? null : element('link', { rel: 'next', type: 'application/atom+xml', href: nextUrl }),
      element('generator', {}, 'Wenming Hub'),
      items.map(entry),
    ),
  );
}

function entry({ post, revisedAt, site, content }: DocumentItem): Xml {
  return element(
    'entry',
    { 'xml:lang': post.language },
    element('id', {}, `urn:uuid:${post.uuid}`),
    element('title', {}, post.title),
    element('link', { rel: 'alternate', href: post.url }),
    post.originalUrl === null ? null : element('link', { rel: 'via', href: post.originalUrl }),
    element('published', {}, post.publishedAt),
    element('updated', {}, isoTime(revisedAt)),
    element('author', {}, element('name', {}, post.authorName)),
    element('contributor', {}, element('name', {}, site.name), element('uri', {}, site.url)),
    [post.strand, ...post.topics].map((term) => element('category', { term })),
    post.licence === null ? null : element('rights', {}, post.licence),
    post.summary === null ? null : element('summary', {}, post.summary),
    post.media.map(({ url, alt }) => element('link', { rel: 'enclosure', href: url, title: alt })),
    content.safeHtml === null ? element('content', { type: 'text' }, content.text) : element('content', { type: 'html' }, content.safeHtml),
  );
}
