import { type PostRow, PostView, briefPostColumnsText, postColumnsText } from '../intake/index.js';
import { type Database, cursorKey, fromCursor, isoTime, pageSize, prepared, toConnection } from '../platform/index.js';
import type { PageArguments } from './asked-page.js';
import { FeedItemView, type FeedRow, FeedView } from './feed.view.js';
import { feedColumnsText } from './find-feeds.js';

/** A feed without items is one row with `uuid` null. A brief page has a `BriefPostRow`, and no reasons. */
interface PageRow extends PostRow {
  /** The `FeedRow` in JSON, on every row. */
  readonly feed: string;
  readonly reasons: string[];
  readonly addedAt: string;
  /** When the post was published, as the feed is sorted by. */
  readonly sortedAt: string;
  readonly revisedAt: string;
}

const BRIEF = { post: briefPostColumnsText, item: 'i.added_at as "addedAt", i.published_at as "sortedAt"' };
const WHOLE = { post: `${postColumnsText}, r.received_at as "revisedAt"`, item: `${BRIEF.item}, i.reasons` };

/**
 * Items are walked along their index until the page is full, and each one's post is looked up by its key. `offset 0` holds the
 * server to that: else, as long as it does not know how much the tables hold, it may join the whole of them.
 */
const pageText = (columns: typeof BRIEF, beginning: string, limit: number) => `
  select feed.text as feed, item.*
  from (select f.id, (select row_to_json(f) from (select ${feedColumnsText}) f)::text from feeds f where f.slug = $1 offset 0) feed (id, text)
  left join lateral (
    select shown.*, ${columns.item}
    from feed_items i
    cross join lateral (
      select ${columns.post}
      from standings st
      join posts p on p.id = st.post_id and p.withdrawn_at is null
      join revisions r on r.post_id = st.post_id and r.number = st.approved_revision
      where st.post_id = i.post_id and st.standing = 'PUBLISHABLE'
      offset 0
    ) shown
    where i.feed_id = feed.id ${beginning}
    order by i.published_at desc, i.post_id desc
    limit ${limit}
  ) item on true`;

/**
 * A statement for each size, brief or whole, and one for the first page and another for the next: where the server must guess how
 * many rows are asked for, it never trusts the plan it made once, and planning these joins takes many times as long as running them.
 */
function pageStatement(size: number, isFirst: boolean, brief: boolean): { name: string; text: string } {
  const beginning = isFirst ? '' : 'and (i.published_at, i.post_id) < ($2::timestamptz, $3::uuid)';
  return { name: `feed-${isFirst ? 'first' : 'next'}-${size}${brief ? '-brief' : ''}`, text: pageText(brief ? BRIEF : WHOLE, beginning, size + 1) };
}

/**
 * A feed with one page of its items, newest first, in one statement. Each post is at its approved revision, and only
 * what may be shown at this moment is there, whatever the list of items still says.
 * @param page which; `first` from 1 to 100, `after` the cursor of the item before, or null for the first page
 * @returns the feed with `page` set, or undefined when there is none of this name
 * @throws HubError PAGE_TOO_LARGE, BAD_CURSOR
 */
export async function readFeedPage(db: Database, slug: string, page: PageArguments): Promise<FeedView | undefined> {
  const size = pageSize(page.first);
  const begin = fromCursor(page.after, [cursorKey.time, cursorKey.uuid]);
  const { name, text } = pageStatement(size, begin === null, page.brief);
  const rows = await prepared<PageRow>(db, name, text, [slug, ...(begin ?? [])]);
  const [beginning] = rows;
  if (beginning === undefined) return undefined;
  const items = (beginning.uuid as string | null) === null ? [] : rows;
  return new FeedView(JSON.parse(beginning.feed) as FeedRow, { ...page, items: toConnection(items, size, (row) => [row.sortedAt, row.uuid], itemOf) });
}

function itemOf(row: PageRow): FeedItemView {
  const item = new FeedItemView();
  item.post = new PostView(row);
  item.reasons = row.reasons;
  item.promotedAt = isoTime(row.addedAt);
  item.revisedAt = row.revisedAt;
  item.pinned = false;
  item.expiresAt = null;
  return item;
}
