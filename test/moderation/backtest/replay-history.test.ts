import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { backtestFile } from '../../../src/moderation/backtest/backtest-file.js';
import { findBacktest, replayBatch } from '../../../src/moderation/backtest/replay-batch.js';
import { replayHistoryJob } from '../../../src/moderation/backtest/replay-history.job.js';
import { cancelBacktest, startBacktest } from '../../../src/moderation/backtest/start-backtest.js';
import { decideReview } from '../../../src/moderation/decide-review.js';
import { loadPack } from '../../../src/moderation/packs/loaded-packs.js';
import { savePolicyDraft } from '../../../src/moderation/packs/save-policy-draft.js';
import { query } from '../../../src/platform/index.js';
import { type Actor, KIND, type ModerationRoom, RUDE, codeOf, openModerationRoom } from '../moderation-room.js';
import { writePack } from '../packs/write-pack.js';

const DAY_MS = 86_400_000;
const extent = { days: 10, mostPosts: 10_000, examples: 3 };
const yaml = writePack({ version: 'draft', rules: { snow: ['扫干净'], useless: ['废物'] } });

describe('replaying the history', () => {
  let room: ModerationRoom;
  let lead: Actor;
  let packId: string;
  beforeAll(async () => {
    room = await openModerationRoom();
    lead = await room.person('gu', 'LEAD', 'MODERATOR');
    await room.push({ ancient: RUDE });
    room.clock.advance(20 * DAY_MS);
    await room.push(Object.fromEntries(Array.from({ length: 450 }, (_, number) => [`kind-${number}`, `${KIND}${number}`])));
    await room.push({ 'rude-0': RUDE, 'rude-1': RUDE, 'rude-2': RUDE });
    // Due first is the one before the period, which must not count.
    for (const action of ['REMOVE', 'REMOVE', 'RETURN', 'CLEAR'] as const) {
      await decideReview(lead, { ...(await room.claim(lead)), action, category: 'incivility.insult', rationale: '当众辱骂' });
    }
    await room.push({ withdrawn: RUDE });
    await room.withdraw('withdrawn');
    packId = await savePolicyDraft(lead, { yaml, rationale: '试' });
    room.clock.advance(DAY_MS);
  });
  afterAll(() => room.close());

  const run = (backtestId: string) => replayHistoryJob.handle({ backtestId }, room);

  it('runs as a job over the posts of the period, the newest first, and compares with the version served', async () => {
    const id = await startBacktest(lead, packId, extent);
    expect(await findBacktest(room.db, id)).toMatchObject({ state: 'RUNNING', done: 0, total: 453 });
    await run(id);
    const { state, done, total, tally } = await findBacktest(room.db, id);
    expect({ state, done, total }).toEqual({ state: 'DONE', done: 453, total: 453 });
    expect(tally).toMatchObject({
      posts: 453,
      decided: { served: { heldViolations: 2, heldInnocent: 1, clearedViolations: 0, clearedInnocent: 0 }, draft: { heldViolations: 2, heldInnocent: 1 } },
      newlyHeld: { count: 450, rules: { 'lexicon/snow': 450 } },
      newlyReleased: { count: 0 },
    });
    expect(tally.newlyHeld.examples.map(({ title }) => title)).toEqual(['来稿', '来稿', '来稿']);
    expect(await room.events('policy.backtest-finished', id)).toEqual([{ posts: 453, newlyHeld: 450, newlyReleased: 0 }]);
  });

  it('changes nothing but itself', async () => {
    const before = await query(room.db, sql`select post_id, standing, updated_at from standings order by post_id`);
    await run(await startBacktest(lead, packId, extent));
    expect(await query(room.db, sql`select post_id, standing, updated_at from standings order by post_id`)).toEqual(before);
  });

  it('stops at its cap, with the newest', async () => {
    const id = await startBacktest(lead, packId, { ...extent, mostPosts: 3 });
    await run(id);
    expect(await findBacktest(room.db, id)).toMatchObject({ state: 'DONE', done: 3, total: 3, tally: { posts: 3, newlyHeld: { count: 0 } } });
  });

  it('goes on where it was interrupted, and two workers count no post twice', async () => {
    const id = await startBacktest(lead, packId, extent);
    expect(await startBacktest(lead, packId, extent)).toBe(id);
    const draft = await loadPack(room.db, packId);
    await replayBatch(room.db, id, draft, room.clock.now());
    expect(await findBacktest(room.db, id)).toMatchObject({ state: 'RUNNING', done: 200 });
    await Promise.all([run(id), run(id), run(id)]);
    expect(await findBacktest(room.db, id)).toMatchObject({ state: 'DONE', done: 453, tally: { posts: 453, newlyHeld: { count: 450 } } });
    expect(await room.events('policy.backtest-finished', id)).toHaveLength(1);
  });

  it('called off, it stops after its batch and keeps what it counted', async () => {
    const id = await startBacktest(lead, packId, extent);
    await replayBatch(room.db, id, await loadPack(room.db, packId), room.clock.now());
    await cancelBacktest(lead, id);
    await run(id);
    expect(await findBacktest(room.db, id)).toMatchObject({ state: 'CANCELLED', done: 200, tally: { posts: 200 } });
    expect(await codeOf(cancelBacktest(lead, id))).toBe('BAD_TRANSITION');
    expect(await codeOf(startBacktest(lead, packId, { ...extent, days: 0 }))).toBe('OUT_OF_RANGE');
  });

  it('of a file goes on where it was stopped, and begins afresh once it is done', async () => {
    const stopping = new AbortController();
    const seen: number[] = [];
    const options = { now: room.clock.now(), extent, signal: stopping.signal, onProgress: (done: number) => void seen.push(done) };
    const stopAfterOne = { ...options, onProgress: (done: number) => (done >= 200 ? stopping.abort() : undefined) };
    expect(await backtestFile(room.db, `${yaml}# 文件\n`, stopAfterOne)).toMatchObject({ state: 'STOPPED', done: 200, total: 453 });
    const rest = await backtestFile(room.db, `${yaml}# 文件\n`, { ...options, signal: new AbortController().signal });
    expect(rest).toMatchObject({ state: 'DONE', done: 453, version: 'draft', servedVersion: '2026.1', comparison: { posts: 453, newlyHeld: { count: 450 } } });
    expect(seen[0]).toBe(200);
    seen.length = 0;
    await backtestFile(room.db, `${yaml}# 文件\n`, { ...options, signal: new AbortController().signal });
    expect(seen[0]).toBe(0);
  });

  it('reads each batch by the index, wherever in history it stands', async () => {
    await query(room.db, sql`analyze posts`);
    await query(room.db, sql`set enable_seqscan = off`);
    const rows = await query(
      room.db,
      sql<{ 'QUERY PLAN': string }>`explain select id, received_at, site_id, revision from posts
        where (received_at, id) < (now(), '01999999-0000-7000-8000-000000000001'::uuid) and received_at >= now() - interval '3000 days' and withdrawn_at is null
        order by received_at desc, id desc limit 200`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Scan using posts_received');
    expect(plan).not.toContain('Sort');
  });
});
