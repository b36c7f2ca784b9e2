import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createScreeningRelay } from '../../src/moderation/reactions.js';
import { isSampled } from '../../src/moderation/screening/is-sampled.js';
import type { ScreenPostsPayload } from '../../src/moderation/screen-posts.job.js';
import { consumeBatch, query, queryOne } from '../../src/platform/index.js';
import { KIND, type ModerationRoom, RUDE, openModerationRoom } from './moderation-room.js';

describe('screening posts that came in', () => {
  let room: ModerationRoom;
  beforeAll(async () => {
    room = await openModerationRoom();
  });
  afterAll(() => room.close());

  it('clears a kind post and holds a rude one for a person, with findings that point into its text', async () => {
    const [kind = '', rude = ''] = await room.push({ kind: KIND, rude: RUDE });
    expect(await room.standing(kind)).toEqual({ standing: 'PUBLISHABLE', approved: 1 });
    expect(await room.standing(rude)).toEqual({ standing: 'HELD', approved: null });
    expect(await room.reviews(rude)).toMatchObject([{ queue: 'incivility', state: 'OPEN', reason: 'FINDINGS', revision: 1 }]);
    const screening = await queryOne(room.db, sql<{ findings: { spans: { start: number; end: number; text: string }[] }[] }>`select findings from screenings where post_id = ${rude}`);
    const spans = screening?.findings.flatMap((finding) => finding.spans) ?? [];
    expect(spans.length).toBeGreaterThan(0);
    for (const span of spans) expect(RUDE.slice(span.start, span.end)).toBe(span.text);
    expect(await room.events('standing.changed', rude)).toEqual([{ from: 'PENDING', to: 'HELD', revision: 1, approvedRevision: null }]);
  });

  it('makes what may be shown safe to show', async () => {
    const [postId] = await room.push({ safe: KIND });
    expect(await queryOne(room.db, sql<{ safe: boolean }>`select safe_html is not null as safe from revisions where post_id = ${postId}`)).toEqual({ safe: true });
  });

  it('twice is once', async () => {
    const [postId = ''] = await room.push({ twice: RUDE });
    await Promise.all([room.screen([postId]), room.screen([postId])]);
    expect(await room.reviews(postId)).toHaveLength(1);
    expect(await room.events('standing.changed', postId)).toHaveLength(1);
  });

  it('shows a published post in its approved text until the new one is screened, and not at all if that is held', async () => {
    const [postId = ''] = await room.push({ edited: KIND });
    await room.push({ edited: RUDE }, { screen: false });
    expect(await room.standing(postId)).toEqual({ standing: 'PUBLISHABLE', approved: 1 });
    await room.screen([postId]);
    expect(await room.standing(postId)).toEqual({ standing: 'HELD', approved: 1 });
    await room.push({ edited: `${KIND}大家都很高兴。` });
    expect(await room.standing(postId)).toEqual({ standing: 'PUBLISHABLE', approved: 3 });
    const findingsReviews = (await room.reviews(postId)).filter(({ reason }) => reason === 'FINDINGS');
    expect(findingsReviews).toMatchObject([{ state: 'CLOSED', closedReason: 'SUPERSEDED' }]);
  });

  it('shows people a share of what it cleared, which is public all the same', async () => {
    const posts = Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`lot-${number}`, `${KIND}第${number}天。`]));
    const postIds = await room.push(posts);
    const sampled = postIds.filter((postId) => isSampled(postId, 0.1));
    const rows = await query(room.db, sql<{ postId: string }>`select post_id as "postId" from reviews where reason = 'SAMPLE' and post_id = any(${postIds}::uuid[])`);
    expect(new Set(rows.map(({ postId }) => postId))).toEqual(new Set(sampled));
    for (const postId of sampled) expect(await room.standing(postId)).toMatchObject({ standing: 'PUBLISHABLE' });
  });

  it('follows a withdrawal: the post stands WITHDRAWN and nobody need review it', async () => {
    const [held = ''] = await room.push({ regretted: RUDE });
    const [unscreened = ''] = await room.push({ hasty: KIND }, { screen: false });
    await room.withdraw('regretted');
    await room.withdraw('hasty');
    await room.screen([held, unscreened]);
    expect(await room.standing(held)).toMatchObject({ standing: 'WITHDRAWN' });
    expect(await room.standing(unscreened)).toMatchObject({ standing: 'WITHDRAWN' });
    expect(await room.reviews(held)).toMatchObject([{ state: 'CLOSED', closedReason: 'WITHDRAWN' }]);
  });

  it('hears of every post that came in or changed, a hundred a job', async () => {
    const jobs: ScreenPostsPayload[] = [];
    const relay = createScreeningRelay((payloads) => {
      jobs.push(...payloads);
      return Promise.resolve();
    });
    while ((await consumeBatch(room.db, relay)) !== 0);
    jobs.length = 0;
    const posts = Object.fromEntries(Array.from({ length: 250 }, (_, number) => [`relay-${number}`, KIND]));
    const postIds = await room.push(posts, { screen: false });
    await room.push({ 'relay-0': `${KIND}改。` }, { screen: false });
    while ((await consumeBatch(room.db, relay)) !== 0);
    expect(jobs.map(({ postIds: batch }) => batch.length)).toEqual([100, 100, 50]);
    expect(new Set(jobs.flatMap((job) => job.postIds))).toEqual(new Set(postIds));
  });
});
