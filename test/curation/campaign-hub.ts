import { sql } from 'kysely';
import { importManifest } from '../../src/campaign/index.js';
import { findFeeds } from '../../src/curation/find-feeds.js';
import { type FeedView, createCurationConsumers, feedsSection } from '../../src/curation/index.js';
import { type PostInput, PushOutcome, pushPosts, withdrawPost } from '../../src/intake/index.js';
import { claimReviews } from '../../src/moderation/claim-reviews.js';
import { decideReview } from '../../src/moderation/decide-review.js';
import { consumers as moderationConsumers, screenPostsJob, seedFirstEdition } from '../../src/moderation/index.js';
import { reviewsById } from '../../src/moderation/read-reviews.js';
import { requestReview } from '../../src/moderation/request-review.js';
import { undoDecision } from '../../src/moderation/undo-decision.js';
import { createMember } from '../../src/organisation/index.js';
import { type Consumer, type Database, HubContext, ManualClock, type Viewer, anonymous, connectDatabase, consumeBatch, query, readConfig } from '../../src/platform/index.js';
import { createStatisticsConsumers } from '../../src/statistics/index.js';
import { consumers as syndicationConsumers } from '../../src/syndication/index.js';
import { cloneDatabase } from '../support/database.js';

export const TIME_ZONE = 'Asia/Shanghai';

/** A text that screening holds for a person. */
export const RUDE = '你就是个没用的废物，趁早滚出这个论坛。';

/** A province with two prefectures, a school below one of them, two sites and a few feeds; everybody in it is invented. */
export const MANIFEST = `
campaign: { code: rivers, name: 清水行动, startsOn: 2026-03-01, endsOn: 2026-12-31 }
topics:
  - { code: plant-trees, name: 植树 }
  - { code: clean-plate, name: 光盘 }
units:
  - { code: province, name: 河源省, kind: OFFICE }
  - { code: east, name: 河东, kind: PREFECTURE, parent: province }
  - { code: west, name: 河西, kind: PREFECTURE, parent: province }
  - { code: west-school, name: 河西小学, kind: UNIT, parent: west }
sites:
  - { code: river-news, name: 河源新闻网, url: 'https://river.example.org', unit: province }
  - { code: west-net, name: 河西网, url: 'https://west.example.org', unit: west }
feeds:
  - { slug: everything, title: 全部, rule: {} }
  - { slug: west, title: 河西, rule: { units: [west] } }
  - { slug: scenes, title: 拍美景, rule: { strands: [SCENE] } }
  - { slug: trees-of-west, title: 河西植树, rule: { units: [west], topics: [plant-trees] } }
  - { slug: from-west-net, title: 河西网作品, rule: { sites: [west-net] } }
`;

/** A hub without a server: rooms on a database of their own, and readers of the event log that read when told to. */
export class CampaignHub {
  readonly clock = new ManualClock(new Date('2026-03-05T01:00:00Z'));
  private readonly consumers: Consumer[] = [
    ...moderationConsumers,
    ...createCurationConsumers(this.clock),
    ...syndicationConsumers,
    ...createStatisticsConsumers(TIME_ZONE),
  ];

  private constructor(
    readonly db: Database,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(manifest = MANIFEST): Promise<CampaignHub> {
    const clone = await cloneDatabase();
    const hub = new CampaignHub(await connectDatabase(clone.url, 6), () => clone.drop());
    await seedFirstEdition(hub.db, hub.clock.now());
    await hub.import(manifest);
    return hub;
  }

  async import(manifest: string): Promise<void> {
    await importManifest(this.db, manifest, { actor: 'system:test', now: this.clock.now(), sections: [feedsSection] });
  }

  /** What a request of nobody in particular answers from. */
  context(): HubContext {
    return new HubContext(anonymous, this.db, this.clock, readConfig({}), 'test', 'https://hub.example.org');
  }

  /** Pushes posts for a site; what is left out is filled in. Gives their uuids. */
  async push(posts: readonly (Partial<PostInput> & { externalId: string })[], siteCode = 'river-news'): Promise<string[]> {
    const rows = posts.map((post) => ({
      title: `来稿 ${post.externalId}`,
      text: `${post.externalId} 号院门前的雪扫干净了。`,
      url: `https://river.example.org/${post.externalId}`,
      publishedAt: '2026-03-04T08:00:00+08:00',
      authorName: '林小禾',
      ...post,
    }));
    const pusher: Viewer = { actor: 'member:aggregator', roles: ['AGGREGATOR'] };
    const results = await pushPosts(this.db, pusher, this.clock.now(), { posts: rows, siteCode });
    const rejected = results.find(({ outcome }) => outcome === PushOutcome.REJECTED);
    if (rejected !== undefined) throw new Error(JSON.stringify(rejected));
    const found = await query(this.db, sql<{ id: string; externalId: string }>`select id, external_id as "externalId" from posts`);
    const ids = new Map(found.map(({ id, externalId }) => [externalId, id]));
    return posts.map(({ externalId }) => ids.get(externalId) ?? '');
  }

  async withdraw(externalId: string, siteCode = 'river-news'): Promise<void> {
    await withdrawPost(this.db, { actor: 'member:aggregator', roles: ['AGGREGATOR'] }, this.clock.now(), { externalId, reason: '作者要求', siteCode });
  }

  async screen(): Promise<void> {
    const waiting = await query(
      this.db,
      sql<{ id: string }>`select p.id from posts p left join standings s on s.post_id = p.id where p.withdrawn_at is null and p.revision > coalesce(s.screened_revision, 0)`,
    );
    for (let start = 0; start < waiting.length; start += 100) {
      await screenPostsJob.handle({ postIds: waiting.slice(start, start + 100).map(({ id }) => id) }, { db: this.db, clock: this.clock });
    }
  }

  /** Lets every reader of the event log read all that there is. */
  async read(): Promise<void> {
    for (const consumer of this.consumers) while ((await consumeBatch(this.db, consumer)) !== 0);
  }

  /** Screens what waits for it and lets everybody hear of it. */
  async settle(): Promise<void> {
    await this.screen();
    await this.read();
  }

  /** A person decides on a post. Gives a way to take it back. */
  async decide(postId: string, action: 'CLEAR' | 'RETURN' | 'REMOVE'): Promise<() => Promise<unknown>> {
    const memberId = await createMember(this.db, { login: 'reviewer', name: '示例审核员', kind: 'PERSON', roles: ['MODERATOR'] });
    const context = { db: this.db, clock: this.clock, viewer: { actor: `member:${memberId}`, roles: ['MODERATOR'] as const, memberId, name: '示例审核员' } };
    const reviewId = await requestReview(context, { postId, queue: 'incivility', reason: '请看一看' });
    const [review] = (await reviewsById(this.db, [reviewId])).values();
    await claimReviews(context, { queue: review?.row.queue ?? 'incivility', count: 50 });
    const [claimed] = (await reviewsById(this.db, [reviewId])).values();
    const decision = { reviewId, claimToken: claimed?.row.claimToken ?? '', action, category: action === 'CLEAR' ? null : 'incivility.insult', rationale: '示例理由' };
    const { decisionId } = await decideReview(context, decision);
    return () => undoDecision(context, { decisionId, rationale: '看错了' });
  }

  feeds(): Promise<FeedView[]> {
    return findFeeds(this.db);
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.drop();
  }
}
