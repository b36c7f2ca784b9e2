import { MediaKind, type MediaRow } from '../intake/index.js';
import { isoTime } from '../platform/index.js';
import type { DocumentItem, FeedDocument } from './feed-document.js';

/** A feed as a JSON Feed 1.1 document (https://jsonfeed.org/version/1.1). What the format has no word for is below `_hub`. */
export function writeJsonFeed({ feed, items, selfUrl, nextUrl }: FeedDocument): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...given({ description: feed.description }),
    feed_url: selfUrl,
    ...given({ next_url: nextUrl }),
    _hub: { revision: feed.revision, updatedAt: feed.updatedAt },
    items: items.map(itemOf),
  });
}

function itemOf({ post, revisedAt, site, content }: DocumentItem) {
  return {
    id: `urn:uuid:${post.uuid}`,
    url: post.url,
    ...given({ external_url: post.originalUrl }),
    title: post.title,
    ...(content.safeHtml === null ? { content_text: content.text } : { content_html: content.safeHtml }),
    ...given({ summary: post.summary, image: post.media.find(({ kind }) => kind === MediaKind.IMAGE)?.url ?? null }),
    date_published: post.publishedAt,
    date_modified: isoTime(revisedAt),
    authors: [{ name: post.authorName }],
    tags: [post.strand, ...post.topics],
    language: post.language,
    attachments: post.media.map(attachmentOf),
    _hub: { site: { code: site.code, name: site.name, url: site.url }, ...given({ licence: post.licence }) },
  };
}

/** The format wants a kind of file for every attachment; sites do not tell it, so it is read off the address where that shows it. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
};

function attachmentOf({ url, alt }: MediaRow) {
  const extension = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return { url, mime_type: MIME_TYPES[extension] ?? 'application/octet-stream', ...given({ title: alt }) };
}

/** Only what there is: JSON Feed leaves out what is missing and knows no null. */
function given(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== null));
}
