import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { postById } from '../../src/intake/index.js';
import { HubError, query } from '../../src/platform/index.js';
import { type IntakeRoom, openIntakeRoom, outcomes, post, rejections } from './intake-room.js';

describe('pushing posts', () => {
  let room: IntakeRoom;

  beforeAll(async () => {
    room = await openIntakeRoom();
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    await query(room.db, sql`alter table events disable trigger user`);
    await query(room.db, sql`truncate posts, revisions, push_receipts, events cascade`);
    await query(room.db, sql`alter table events enable trigger user`);
  });

  it('stores a post with all that the site says of it', async () => {
    const full = post('a', {
      title: '  三十人　清河道\n第二天 ',
      html: '<p>三十人&nbsp;下河</p><script>track()</script><p>清出两车垃圾</p>',
      unitCode: 'hill',
      strand: 'DEED',
      workType: 'DEED_REPORT',
      topics: ['plates', 'trees', 'plates'],
      media: [{ url: 'https://media.example.org/1.jpg', alt: '河边' }, { kind: 'VIDEO', url: 'https://media.example.org/2.mp4' }],
      summary: '清河道',
      originalUrl: 'https://first.example.org/1',
      licence: 'CC-BY-4.0',
      language: 'zh-Hans-CN',
      volunteerGroupCode: 'river-helpers',
      participants: 30,
      hours: 61.25,
    });
    const [result] = await room.push(room.river, [full]);
    const view = (await postById.load(room.db, [result?.postId ?? ''])).get(result?.postId ?? '');

    expect(view).toMatchObject({
      externalId: 'a', title: '三十人 清河道 第二天', strand: 'DEED', workType: 'DEED_REPORT', topics: ['plates', 'trees'], summary: '清河道',
      originalUrl: 'https://first.example.org/1', licence: 'CC-BY-4.0', language: 'zh-Hans-CN', participants: 30, hours: 61.25, revision: 1,
      publishedAt: '2026-03-09T00:30:00.000Z', receivedAt: room.clock.now().toISOString(),
      media: [{ kind: 'IMAGE', url: 'https://media.example.org/1.jpg', alt: '河边' }, { kind: 'VIDEO', url: 'https://media.example.org/2.mp4', alt: null }],
    });
    const [row] = await query(room.db, sql`select r.text, u.code as unit, g.code as "group" from posts p join revisions r on r.post_id = p.id
                                           join units u on u.id = p.unit_id join volunteer_groups g on g.id = p.group_id`);
    expect(row).toEqual({ text: '三十人 下河\n清出两车垃圾', unit: 'hill', group: 'river-helpers' });
  });

  it('takes what is left out from the site and the usual', async () => {
    const [result] = await room.push(room.hill, [post('a', { html: null, text: '一行字' })]);
    expect((await postById.load(room.db, [result?.postId ?? ''])).get(result?.postId ?? '')).toMatchObject({ strand: 'ESSAY', workType: 'ARTICLE', language: 'zh-CN', topics: [], media: [], participants: null });
    expect(await query(room.db, sql`select u.code from posts p join units u on u.id = p.unit_id`)).toEqual([{ code: 'hill' }]);
  });

  it('answers row by row in the order of the request, and writes one fact a change', async () => {
    await room.push(room.river, [post('same'), post('changes')]);
    const results = await room.push(room.river, [post('new'), post('changes', { title: '改过的标题' }), post('bad', { title: '' }), post('same')]);

    expect(results.map(({ externalId, outcome }) => [externalId, outcome])).toEqual([['new', 'CREATED'], ['changes', 'REVISED'], ['bad', 'REJECTED'], ['same', 'UNCHANGED']]);
    expect(results.map(({ postId }) => postId !== null)).toEqual([true, true, false, true]);
    expect(await room.facts()).toEqual({ 'post.received': 3, 'post.revised': 1 });
    expect(await room.stored()).toEqual([
      { externalId: 'changes', revision: 2, revisions: ['1 门前扫雪 changes', '2 改过的标题'] },
      { externalId: 'new', revision: 1, revisions: ['1 门前扫雪 new'] },
      { externalId: 'same', revision: 1, revisions: ['1 门前扫雪 same'] },
    ]);
  });

  it('tells of a new post by its first revision, unit and strand', async () => {
    const [result] = await room.push(room.river, [post('a', { strand: 'DEED', unitCode: 'hill' })]);
    const [unit] = await query(room.db, sql<{ id: string }>`select id from units where code = 'hill'`);
    expect(await query(room.db, sql`select subject, actor, payload from events`)).toEqual([
      { subject: result?.postId, actor: room.river.actor, payload: { revision: 1, unitId: unit?.id, strand: 'DEED' } },
    ]);
  });

  it('sees no change in another way of writing the same', async () => {
    await room.push(room.river, [post('a', { topics: ['trees', 'plates'], language: 'zh-CN', strand: 'ESSAY' })]);
    const again = post('a', { topics: ['plates', 'trees', 'trees'], publishedAt: '2026-03-09T00:30:00.000Z', unitCode: 'river', text: null, media: [] });
    expect(outcomes(await room.push(room.river, [again]))).toEqual(['UNCHANGED']);
  });

  it.each([
    ['the words', { html: '<p>另一段话</p>' }],
    ['the title', { title: '另一个标题' }],
    ['the unit', { unitCode: 'hill' }],
    ['the strand', { strand: 'SCENE' }],
    ['a topic', { topics: ['trees'] }],
    ['the media', { media: [{ url: 'https://media.example.org/1.jpg' }] }],
    ['the time', { publishedAt: '2026-03-09T08:31:00+08:00' }],
    ['the hours', { hours: 2 }],
    ['the author', { authorName: '周大川' }],
  ])('sees a change of %s', async (_, change) => {
    await room.push(room.river, [post('a')]);
    expect(outcomes(await room.push(room.river, [post('a', change)]))).toEqual(['REVISED']);
    expect(outcomes(await room.push(room.river, [post('a', change)]))).toEqual(['UNCHANGED']);
  });

  it('stores 493 of 500 rows and names the 7 that are bad', async () => {
    const bad = new Map<number, [Partial<ReturnType<typeof post>>, string]>([
      [3, [{ title: null }, 'REQUIRED title']],
      [77, [{ url: 'ftp://river.example.org/1' }, 'BAD_URL url']],
      [150, [{ publishedAt: '2026-03-09 08:30' }, 'BAD_DATE publishedAt']],
      [222, [{ unitCode: 'nowhere' }, 'UNKNOWN_UNIT unitCode']],
      [300, [{ topics: ['trees', 'clouds'] }, 'UNKNOWN_TOPIC topics.1']],
      [404, [{ html: '<p>\u0000</p>' }, 'MALFORMED_TEXT html']],
      [499, [{ html: '<p> &nbsp; </p><script>1</script>' }, 'EMPTY_TEXT html']],
    ]);
    const rows = Array.from({ length: 500 }, (_, position) => post(`p-${position}`, bad.get(position)?.[0]));
    const results = await room.push(room.river, rows);

    expect(rejections(results)).toEqual(Object.fromEntries([...bad].map(([position, [, expected]]) => [`p-${position}`, expected])));
    expect(results.every(({ error }) => error === null || error.message.endsWith('.'))).toBe(true);
    expect(await room.stored()).toHaveLength(493);
    expect(await room.facts()).toEqual({ 'post.received': 493 });

    expect(new Set(outcomes(await room.push(room.river, rows)))).toEqual(new Set(['UNCHANGED', 'REJECTED']));
    expect(await room.facts()).toEqual({ 'post.received': 493 });
  });

  it('rejects the later of two rows for one post', async () => {
    const results = await room.push(room.river, [post('a'), post('a', { title: '第二次' })]);
    expect(results.map(({ error }) => error?.code)).toEqual([undefined, 'DUPLICATE_IN_BATCH']);
    expect(await room.stored()).toMatchObject([{ revisions: ['1 门前扫雪 a'] }]);
  });

  it('keeps the same id of two sites apart', async () => {
    const results = await room.push(room.aggregator, [post('a', { siteCode: 'river-news' }), post('a', { siteCode: 'hill-daily' })]);
    expect(outcomes(results)).toEqual(['CREATED', 'CREATED']);
  });

  it('lets a site push for itself only', async () => {
    const results = await room.push(room.river, [post('own', { siteCode: 'river-news' }), post('foreign', { siteCode: 'hill-daily' }), post('unknown', { siteCode: 'no-such-site' })]);
    expect(rejections(results)).toEqual({ foreign: 'FOREIGN_SITE siteCode', unknown: 'FOREIGN_SITE siteCode' });
    expect(rejections(await room.push(room.river, [post('b')], { siteCode: 'hill-daily' }))).toEqual({ b: 'FOREIGN_SITE siteCode' });
    expect(await room.stored()).toMatchObject([{ externalId: 'own' }]);
  });

  it('asks an aggregator for the site, of the batch or of the row', async () => {
    expect(rejections(await room.push(room.aggregator, [post('a'), post('b', { siteCode: 'no-such-site' })]))).toEqual({ a: 'REQUIRED siteCode', b: 'UNKNOWN_SITE siteCode' });
    await room.push(room.aggregator, [post('a'), post('b', { siteCode: 'hill-daily' })], { siteCode: 'river-news' });
    expect(await query(room.db, sql`select p.external_id as id, s.code from posts p join sites s on s.id = p.site_id order by 1`)).toEqual([
      { id: 'a', code: 'river-news' },
      { id: 'b', code: 'hill-daily' },
    ]);
  });

  it('asks for the unit where the site belongs to none', async () => {
    await query(room.db, sql`update sites set unit_id = null where code = 'hill-daily'`);
    const results = await room.push(room.hill, [post('a'), post('b', { unitCode: 'hill' })]);
    await query(room.db, sql`update sites set unit_id = (select id from units where code = 'hill') where code = 'hill-daily'`);
    expect(rejections(results)).toEqual({ a: 'REQUIRED unitCode' });
  });

  it.each([0, 501])('refuses a batch of %i', async (size) => {
    const refused = room.push(room.river, Array.from({ length: size }, (_, position) => post(`p-${position}`)));
    await expect(refused).rejects.toMatchObject(new HubError('BATCH_SIZE', 'A push holds from 1 to 500 posts.', 'posts'));
    expect(await room.stored()).toEqual([]);
  });

  it('makes one post and one revision of many pushes at once', async () => {
    const rows = Array.from({ length: 40 }, (_, position) => post(`p-${position}`));
    const pushes = await Promise.all(Array.from({ length: 8 }, (_, turn) => room.push(room.river, turn % 2 === 0 ? rows : [...rows].reverse())));
    expect(pushes.flatMap(outcomes).filter((outcome) => outcome === 'CREATED')).toHaveLength(40);
    expect(pushes.flatMap(outcomes).filter((outcome) => outcome === 'UNCHANGED')).toHaveLength(280);

    const changed = rows.map((row) => ({ ...row, title: '一起改过' }));
    const changes = await Promise.all(Array.from({ length: 8 }, () => room.push(room.river, changed)));
    expect(changes.flatMap(outcomes).filter((outcome) => outcome === 'REVISED')).toHaveLength(40);
    expect(await room.facts()).toEqual({ 'post.received': 40, 'post.revised': 40 });
    expect((await room.stored()).every(({ revision, revisions }) => revision === 2 && revisions.length === 2)).toBe(true);
  });

  it('numbers the revisions of rival pushes without a gap or a double', async () => {
    await room.push(room.river, [post('a')]);
    await Promise.all(Array.from({ length: 12 }, (_, turn) => room.push(room.river, [post('a', { title: `说法 ${turn}` })])));
    const [stored] = await room.stored();
    expect(stored?.revision).toBe(13);
    expect(stored?.revisions.map((revision) => Number(revision.split(' ')[0]))).toEqual(Array.from({ length: 13 }, (_, number) => number + 1));
    expect(await room.facts()).toEqual({ 'post.received': 1, 'post.revised': 12 });
  });
});
