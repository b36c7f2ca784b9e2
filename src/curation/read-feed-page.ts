import { type PostRow, PostView, postColumnsText } from '../intake/index.js';
import { SiteView, type UnitKind, UnitView } from '../organisation/index.js';
import { type Database, cursorKey, fromCursor, pageSize, prepared, toConnection } from '../platform/index.js';
import { FeedItemView, type FeedRow, FeedView } from './feed.view.js';

/** The feed's columns on every row; a feed without items is one row with `uuid` null. */
interface PageRow extends PostRow {
  readonly feedId: string;
  readonly slug: string;
  readonly feedTitle: string;
  readonly feedDescription: string | null;
  readonly feedRevision: number;
  readonly feedUpdatedAt: string;
  readonly reasons: string[];
  readonly addedAt: string;
  /** When the post was published, as the feed is sorted by. */
  readonly sortedAt: string;
  readonly revisedAt: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly unitParentId: string | null;
  readonly siteCode: string;
  readonly siteName: string;
  readonly siteUrl: string;
  readonly siteUnitId: string | null;
}

const pageText = (beginning: string, limit: number) => `
  select f.id as "feedId", f.slug, f.title as "feedTitle", f.description as "feedDescription", f.revision::int as "feedRevision",
         f.updated_at as "feedUpdatedAt", item.*
  from feeds f
  left join lateral (
    select ${postColumnsText}, i.reasons, i.added_at as "addedAt", i.published_at as "sortedAt", r.received_at as "revisedAt",
           u.code as "unitCode", u.name as "unitName", u.kind as "unitKind", u.parent_id as "unitParentId",
           s.code as "siteCode", s.name as "siteName", s.url as "siteUrl", s.unit_id as "siteUnitId"
    from feed_items i
    join standings st on st.post_id = i.post_id and st.standing = 'PUBLISHABLE'
    join posts p on p.id = i.post_id and p.withdrawn_at is null
    join revisions r on r.post_id = p.id and r.number = st.approved_revision
    join units u on u.id = p.unit_id
    join sites s on s.id = p.site_id
    where i.feed_id = f.id ${beginning}
    order by i.published_at desc, i.post_id desc
    limit ${limit}
  ) item on true
  where f.slug = $1`;

/**
 * A statement for each size, and one for the first page and another for the next: where the server must guess how many rows
 * are asked for, it never trusts the plan it made once, and planning these joins takes many times as long as running them.
 */
function pageStatement(size: number, isFirst: boolean): { name: string; text: string } {
  return isFirst
    ? { name: `feed-first-${size}`, text: pageText('', size + 1) }
    : { name: `feed-next-${size}`, text: pageText('and (i.published_at, i.post_id) < ($2::timestamptz, $3::uuid)', size + 1) };
}

/**
 * A feed with one page of its items, newest first, in one statement. Each post is at its approved revision, and only
 * what may be shown at this moment is there, whatever the list of items still says.
 * @param first how many, 1 to 100
 * @param after cursor of the item before, or null for the first page
 * @returns the feed with `page` set, or undefined when there is none of this name
 * @throws HubError PAGE_TOO_LARGE, BAD_CURSOR
 */
export async function readFeedPage(db: Database, slug: string, first: number, after: string | null): Promise<FeedView | undefined> {
  const size = pageSize(first);
  const begin = fromCursor(after, [cursorKey.time, cursorKey.uuid]);
  const { name, text } = pageStatement(size, begin === null);
  const rows = await prepared<PageRow>(db, name, text, [slug, ...(begin ?? [])]);
  const feed = rows[0];
  if (feed === undefined) return undefined;
  const items = rows.filter((row) => (row.uuid as string | null) !== null);
  return new FeedView(feedOf(feed), { first, after, items: toConnection(items, size, (row) => [row.sortedAt, row.uuid], itemOf) });
}

function feedOf(row: PageRow): FeedRow {
  return { uuid: row.feedId, slug: row.slug, title: row.feedTitle, description: row.feedDescription, revision: row.feedRevision, updatedAt: row.feedUpdatedAt };
}

function itemOf(row: PageRow): FeedItemView {
  const item = new FeedItemView();
  item.post = new PostView(row, { site: siteOf(row), unit: unitOf(row) });
  item.revisedAt = new Date(row.revisedAt);
  item.reasons = row.reasons;
  item.promotedAt = new Date(row.addedAt);
  item.pinned = false;
  item.expiresAt = null;
  return item;
}

function siteOf(row: PageRow): SiteView {
  return new SiteView({ id: row.siteId, code: row.siteCode, name: row.siteName, url: row.siteUrl, unitId: row.siteUnitId });
}

function unitOf(row: PageRow): UnitView {
  return new UnitView({ id: row.unitId, code: row.unitCode, name: row.unitName, kind: row.unitKind, parentId: row.unitParentId });
}
