import { sql } from 'kysely';
import { type Database, type LoaderKind, query } from '../platform/index.js';
import { type FeedRow, FeedView } from './feed.view.js';

/** Select list of a {@link FeedRow} from `feeds f`. */
export const feedColumnsText = `
  f.id as uuid, f.slug, f.title, f.description, f.revision::int as revision, f.updated_at as "updatedAt"`;

const feedColumns = sql.raw<FeedRow>(feedColumnsText);

/** Feeds by uuid. */
export const feedById: LoaderKind<string, FeedView> = {
  async load(db, uuids) {
    const rows = await query(db, sql<FeedRow>`select ${feedColumns} from feeds f where f.id = any(${uuids}::uuid[])`);
    return new Map(rows.map((row) => [row.uuid, new FeedView(row)]));
  },
};

/** All feeds, those that were made first coming first: the order in which a manifest names them. */
export async function findFeeds(db: Database): Promise<FeedView[]> {
  const rows = await query(db, sql<FeedRow>`select ${feedColumns} from feeds f order by f.id`);
  return rows.map((row) => new FeedView(row));
}

export async function findFeed(db: Database, slug: string): Promise<FeedView | undefined> {
  const rows = await query(db, sql<FeedRow>`select ${feedColumns} from feeds f where f.slug = ${slug}`);
  return rows[0] && new FeedView(rows[0]);
}
