import { readFeedPage, type FeedItemView, type FeedView } from '../curation/index.js';
import { type PostContent, contentByRevision, revisionKey } from '../intake/index.js';
import { type SiteView, siteById } from '../organisation/index.js';
import type { Database } from '../platform/index.js';

/** The formats in which a feed goes out. */
export const FORMATS = ['atom', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** An item of a feed with all that a reader elsewhere needs to show it. */
export interface DocumentItem extends Pick<FeedItemView, 'post' | 'revisedAt'> {
  readonly site: SiteView;
  readonly content: PostContent;
}

/** One page of a feed, before it is written in a format. */
export interface FeedDocument {
  readonly feed: FeedView;
  readonly items: readonly DocumentItem[];
  /** Address of this page. */
  readonly selfUrl: string;
  /** Address of the first page. */
  readonly firstUrl: string;
  /** Address of the page that follows, or null at the end. */
  readonly nextUrl: string | null;
}

/** Which page of which feed is asked for. */
export interface DocumentAddress {
  readonly slug: string;
  readonly format: Format;
  readonly after: string | null;
}

const ITEMS_A_PAGE = 50;

/**
 * Reads a page of a feed for a document.
 * @param baseUrl address of the hub, without a trailing slash
 * @returns undefined when there is no such feed
 * @throws HubError BAD_CURSOR
 */
export async function readFeedDocument(db: Database, { slug, format, after }: DocumentAddress, baseUrl: string): Promise<FeedDocument | undefined> {
  const feed = await readFeedPage(db, slug, { first: ITEMS_A_PAGE, after, brief: false });
  if (feed?.page === undefined) return undefined;
  const { nodes, pageInfo } = feed.page.items;
  const sites = await siteById.load(db, [...new Set(nodes.map(({ post }) => post.siteId))]);
  const contents = await contentByRevision.load(db, nodes.map(({ post }) => revisionKey(post.uuid, post.revision)));
  const items = nodes.flatMap(({ post, revisedAt }) => {
    const [site, content] = [sites.get(post.siteId), contents.get(revisionKey(post.uuid, post.revision))];
    return site === undefined || content === undefined ? [] : [{ post, revisedAt, site, content }];
  });
  const firstUrl = `${baseUrl}/feeds/${slug}.${format}`;
  const pageUrl = (cursor: string | null) => (cursor === null ? firstUrl : `${firstUrl}?after=${encodeURIComponent(cursor)}`);
  return { feed, items, selfUrl: pageUrl(after), firstUrl, nextUrl: pageInfo.hasNextPage ? pageUrl(pageInfo.endCursor) : null };
}
