import { sql } from 'kysely';
import { importManifest } from '../../src/campaign/index.js';
import { type PostInput, PushOutcome, type PushPostsInput, type PushResult, pushPosts, withdrawPost } from '../../src/intake/index.js';
import { type Database, ManualClock, type Viewer, connectDatabase, query } from '../../src/platform/index.js';
import { cloneDatabase } from '../support/database.js';

const manifest = `
campaign: { code: spring, name: 春天的活动, startsOn: 2026-03-05, endsOn: 2026-06-30 }
topics:
  - { code: trees, name: 植树 }
  - { code: plates, name: 光盘 }
units:
  - { code: office, name: 办公室（示例）, kind: OFFICE }
  - { code: river, name: 河口区（示例）, kind: PREFECTURE, parent: office, groups: [{ code: river-helpers, name: 河口志愿队（示例） }] }
  - { code: hill, name: 山前区（示例）, kind: PREFECTURE, parent: office }
sites:
  - { code: river-news, name: 河口新闻网（示例）, url: "https://river.example.org", unit: river }
  - { code: hill-daily, name: 山前日报网（示例）, url: "https://hill.example.org", unit: hill }
`;

/** The room of intake on a database of its own: two sites, each with its key, and an aggregator. */
export interface IntakeRoom {
  readonly db: Database;
  readonly clock: ManualClock;
  readonly river: Viewer;
  readonly hill: Viewer;
  readonly aggregator: Viewer;
  push(viewer: Viewer, posts: PostInput[], rest?: Omit<PushPostsInput, 'posts'>): Promise<PushResult[]>;
  withdraw(viewer: Viewer, externalId: string, siteCode?: string): Promise<string>;
  /** What is stored: each post with the numbers and titles of its revisions, by externalId. */
  stored(): Promise<{ externalId: string; revision: number; revisions: string[] }[]>;
  /** Types of the facts written so far, each with how often. */
  facts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export async function openIntakeRoom(poolSize = 10): Promise<IntakeRoom> {
  const database = await cloneDatabase();
  const db = await connectDatabase(database.url, poolSize);
  const clock = new ManualClock(new Date('2026-03-10T00:00:00Z'));
  await importManifest(db, manifest, { actor: 'system:test', now: clock.now(), sections: [] });
  const sites = new Map((await query(db, sql<{ code: string; id: string }>`select code, id from sites`)).map(({ code, id }) => [code, id]));
  const keyOf = (code: string): Viewer => ({ actor: `site:${sites.get(code)}`, roles: ['PARTNER'], siteId: sites.get(code) ?? '' });
  return {
    db,
    clock,
    river: keyOf('river-news'),
    hill: keyOf('hill-daily'),
    aggregator: { actor: 'member:01999999-0000-7000-8000-000000000001', roles: ['AGGREGATOR'] },
    push: (viewer, posts, rest = {}) => pushPosts(db, viewer, clock.now(), { posts, ...rest }),
    withdraw: (viewer, externalId, siteCode) => withdrawPost(db, viewer, clock.now(), { externalId, reason: '作者要求撤下', siteCode: siteCode ?? null }),
    stored: () =>
      query(
        db,
        sql<{ externalId: string; revision: number; revisions: string[] }>`
          select p.external_id as "externalId", p.revision, array_agg(r.number || ' ' || r.title order by r.number) as revisions
          from posts p join revisions r on r.post_id = p.id group by p.id order by p.external_id`,
      ),
    facts: async () => {
      const rows = await query(db, sql<{ type: string; count: number }>`select type, count(*)::int as count from events where type like 'post.%' group by type`);
      return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
    },
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

/** A post that is right in every field. */
export function post(externalId: string, changes: Partial<PostInput> = {}): PostInput {
  return {
    externalId,
    title: `门前扫雪 ${externalId}`,
    html: `<p>今天 ${externalId} 号院的邻居一起把门前的雪扫干净了。</p>`,
    url: `https://river.example.org/posts/${encodeURIComponent(externalId)}`,
    publishedAt: '2026-03-09T08:30:00+08:00',
    authorName: '林小禾',
    ...changes,
  };
}

/** The rejected rows, as code and field by externalId. */
export function rejections(results: readonly PushResult[]): Record<string, string> {
  const rejected = results.filter(({ outcome }) => outcome === PushOutcome.REJECTED);
  return Object.fromEntries(rejected.map(({ externalId, error }) => [externalId, `${error?.code} ${error?.field}`]));
}

export function outcomes(results: readonly PushResult[]): string[] {
  return results.map(({ outcome }) => outcome);
}
