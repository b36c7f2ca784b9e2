import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { query, transaction } from '../../src/platform/index.js';
import { type IntakeRoom, openIntakeRoom, outcomes, post, rejections } from './intake-room.js';

describe('a push with an idempotency key', () => {
  let room: IntakeRoom;

  beforeAll(async () => {
    room = await openIntakeRoom();
  });
  afterAll(() => room.close());

  it('is answered again word for word, whatever has happened since', async () => {
    const rows = [post('a'), post('b', { title: '' }), post('c\u0000')];
    const first = await room.push(room.river, rows, { idempotencyKey: 'monday' });
    await room.push(room.river, [post('a', { title: '后来改了' })]);
    const before = await room.facts();

    expect(outcomes(first)).toEqual(['CREATED', 'REJECTED', 'REJECTED']);
    expect(await room.push(room.river, rows, { idempotencyKey: 'monday' })).toEqual(first);
    expect(await room.facts()).toEqual(before);
    expect((await room.stored())[0]?.revisions).toEqual(['1 门前扫雪 a', '2 后来改了']);
  });

  it('refuses the key for another request, and stores nothing of it', async () => {
    await room.push(room.river, [post('d')], { idempotencyKey: 'tuesday' });
    const reused = room.push(room.river, [post('e')], { idempotencyKey: 'tuesday' });
    await expect(reused).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' });
    expect((await room.stored()).map(({ externalId }) => externalId)).not.toContain('e');
  });

  it('knows a key by its pusher', async () => {
    await room.push(room.river, [post('f')], { idempotencyKey: 'shared' });
    expect(outcomes(await room.push(room.hill, [post('g')], { idempotencyKey: 'shared' }))).toEqual(['CREATED']);
  });

  it('gives requests sent at the same moment one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => room.push(room.river, [post('h'), post('i')], { idempotencyKey: 'race' })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(outcomes(answers[0] ?? [])).toEqual(['CREATED', 'CREATED']);
  });

  it.each(['', '  ', 'k'.repeat(201), 'k\u0000', 'k\ud800'])('refuses a key that cannot be one (%j)', async (idempotencyKey) => {
    await expect(room.push(room.river, [post('j')], { idempotencyKey })).rejects.toMatchObject({ code: 'BAD_IDEMPOTENCY_KEY' });
  });
});

describe('a post that its site takes back', () => {
  let room: IntakeRoom;

  beforeAll(async () => {
    room = await openIntakeRoom();
  });
  afterAll(() => room.close());

  it('is withdrawn once, with one fact, however often it is asked for', async () => {
    const [pushed] = await room.push(room.river, [post('a')]);
    expect(await room.withdraw(room.river, 'a')).toBe(pushed?.postId);
    expect(await room.withdraw(room.river, 'a')).toBe(pushed?.postId);
    expect(await room.facts()).toEqual({ 'post.received': 1, 'post.withdrawn': 1 });
  });

  it('is not brought back by pushing it again, changed or not', async () => {
    await room.push(room.river, [post('b')]);
    await room.withdraw(room.river, 'b');
    expect(rejections(await room.push(room.river, [post('b')]))).toEqual({ b: 'WITHDRAWN externalId' });
    expect(rejections(await room.push(room.river, [post('b', { title: '换个标题' })]))).toEqual({ b: 'WITHDRAWN externalId' });
    expect((await room.stored()).find(({ externalId }) => externalId === 'b')?.revision).toBe(1);
  });

  it('is out of reach of other sites', async () => {
    await room.push(room.river, [post('c')]);
    await expect(room.withdraw(room.hill, 'c')).rejects.toMatchObject({ code: 'UNKNOWN_POST' });
    await expect(room.withdraw(room.hill, 'c', 'river-news')).rejects.toMatchObject({ code: 'FOREIGN_SITE' });
    await expect(room.withdraw(room.aggregator, 'c')).rejects.toMatchObject({ code: 'REQUIRED', field: 'siteCode' });
    await room.withdraw(room.aggregator, 'c', 'river-news');
  });

  it.each(['no such id', 'x\u0000', 'x\udc00'])('must be known (%j)', async (externalId) => {
    await expect(room.withdraw(room.river, externalId)).rejects.toMatchObject({ code: 'UNKNOWN_POST', field: 'externalId' });
  });

  it('is not changed by a push that was under way when it was withdrawn', async () => {
    await room.push(room.river, [post('d')]);
    const underWay = await transaction(room.db, async (tx) => {
      await query(tx, sql`update posts set withdrawn_at = ${room.clock.now()}, withdrawn_reason = '撤下' where external_id = 'd'`);
      const pushing = room.push(room.river, [post('d', { title: '同时改' })]);
      await untilSomebodyWaits();
      return { pushing };
    });
    expect(rejections(await underWay.pushing)).toEqual({ d: 'WITHDRAWN externalId' });
    expect((await room.stored()).find(({ externalId }) => externalId === 'd')?.revision).toBe(1);
  });

  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const waiting = await query(room.db, sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      if (waiting.length > 0) return;
      await pause(10);
    }
  }
});
