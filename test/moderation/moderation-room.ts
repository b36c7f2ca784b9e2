import { sql } from 'kysely';
import { PushOutcome, pushPosts, withdrawPost } from '../../src/intake/index.js';
import { claimReviews } from '../../src/moderation/claim-reviews.js';
import { seedFirstEdition } from '../../src/moderation/packs/seed-first-edition.js';
import { withdrawalsConsumer } from '../../src/moderation/reactions.js';
import { reviewsById } from '../../src/moderation/read-reviews.js';
import { screenPosts } from '../../src/moderation/screen-posts.js';
import { creditSite } from '../../src/moderation/sampling/credit-site.js';
import { createMember, importOrganisation } from '../../src/organisation/index.js';
import { type Database, ManualClock, type Role, type Viewer, connectDatabase, consumeBatch, query, queryOne, transaction } from '../../src/platform/index.js';
import { cloneDatabase } from '../support/database.js';

/** A text that screening holds in the queue `incivility`, and one that it clears. */
export const RUDE = '你就是个没用的废物，趁早滚出这个论坛。';
export const KIND = '今天和社区的伙伴一起把门前的雪扫干净了。';

/** Somebody acting at the room's time. */
export interface Actor {
  readonly db: Database;
  readonly clock: ManualClock;
  readonly viewer: Viewer;
}

/** The room of moderation on a database of its own: the first edition of the policy, a site that pushes and is known to be clean, people who review, a clock to turn. */
export interface ModerationRoom {
  readonly db: Database;
  readonly clock: ManualClock;
  person(login: string, ...roles: Role[]): Promise<Actor>;
  /** Pushes posts by externalId and text, and screens them; gives their uuids. */
  push(posts: Readonly<Record<string, string>>, options?: { screen?: boolean }): Promise<string[]>;
  screen(postIds: readonly string[]): Promise<void>;
  withdraw(externalId: string): Promise<void>;
  /** Claims what is due first. */
  claim(actor: Actor, queue?: string): Promise<{ reviewId: string; claimToken: string; postId: string }>;
  standing(postId: string): Promise<{ standing: string; approved: number | null } | undefined>;
  reviews(postId: string): Promise<{ queue: string; state: string; reason: string; revision: number; closedReason: string | null }[]>;
  events(type: string, subject?: string): Promise<unknown[]>;
  close(): Promise<void>;
}

export async function openModerationRoom(poolSize = 8): Promise<ModerationRoom> {
  const database = await cloneDatabase();
  const db = await connectDatabase(database.url, poolSize);
  const clock = new ManualClock(new Date('2026-03-05T01:00:00Z'));
  const by = { actor: 'system:test', now: clock.now() };
  await transaction(db, (tx) =>
    importOrganisation(
      tx,
      {
        units: [{ code: 'river', name: '河口区', kind: 'PREFECTURE' }],
        sites: [{ code: 'river-news', name: '河口新闻网', url: 'https://river.example.org/', unit: 'river' }],
      },
      by,
    ),
  );
  await seedFirstEdition(db, clock.now());
  await creditSite(db, 'river-news', 40, { actor: 'system:test', memberId: null, now: clock.now(), reason: '多年往来' });
  const site = await queryOne(db, sql<{ id: string }>`select id from sites`);
  const siteId = site?.id ?? '';
  const partner: Viewer = { actor: `site:${siteId}`, roles: ['PARTNER'], siteId };
  const screen = async (postIds: readonly string[]) => {
    for (let start = 0; start < postIds.length; start += 100) await screenPosts({ db, clock }, postIds.slice(start, start + 100));
  };
  return {
    db,
    clock,
    screen,
    person: async (login, ...roles) => {
      const memberId = await createMember(db, { login, name: `审核员 ${login}`, kind: 'PERSON', roles });
      return { db, clock, viewer: { actor: `member:${memberId}`, roles, memberId, name: login } };
    },
    push: async (posts, options = {}) => {
      const rows = Object.entries(posts).map(([externalId, text]) => ({
        externalId,
        title: '来稿',
        text,
        url: `https://river.example.org/${externalId}`,
        publishedAt: '2026-03-05T08:00:00+08:00',
        authorName: '林小禾',
      }));
      const results = await pushPosts(db, partner, clock.now(), { posts: rows });
      const rejected = results.find(({ outcome }) => outcome === PushOutcome.REJECTED);
      if (rejected !== undefined) throw new Error(JSON.stringify(rejected));
      const found = await query(db, sql<{ id: string; externalId: string }>`select id, external_id as "externalId" from posts where external_id = any(${Object.keys(posts)}::text[])`);
      const ids = new Map(found.map((row) => [row.externalId, row.id]));
      const postIds = rows.map(({ externalId }) => ids.get(externalId) ?? '');
      if (options.screen !== false) await screen(postIds);
      return postIds;
    },
    withdraw: async (externalId) => {
      await withdrawPost(db, partner, clock.now(), { externalId, reason: '作者要求' });
      while ((await consumeBatch(db, withdrawalsConsumer)) !== 0);
    },
    claim: async (actor, queue = 'incivility') => {
      const [review] = await reviewsById(db, await claimReviews(actor, { queue, count: 1 }));
      if (review === undefined) throw new Error('Nothing waits in this queue.');
      return { reviewId: review.row.uuid, claimToken: review.row.claimToken ?? '', postId: review.row.postId };
    },
    standing: (postId) => queryOne(db, sql<{ standing: string; approved: number | null }>`select standing, approved_revision as approved from standings where post_id = ${postId}`),
    reviews: (postId) =>
      query(
        db,
        sql<{ queue: string; state: string; reason: string; revision: number; closedReason: string | null }>`
          select queue, state, reason, revision, closed_reason as "closedReason" from reviews where post_id = ${postId} order by id`,
      ),
    events: async (type, subject) => {
      const rows = await query(db, sql<{ payload: unknown }>`select payload from events where type = ${type} and (${subject ?? null}::uuid is null or subject = ${subject ?? null}::uuid) order by seq`);
      return rows.map(({ payload }) => payload);
    },
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

/** The code of the expected failure that a promise ends in. */
export async function codeOf(failing: Promise<unknown>): Promise<string> {
  try {
    await failing;
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code !== undefined) return code;
    throw fault;
  }
  return 'none';
}
