import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { currentRevisions, prepareRevisions } from '../../src/intake/index.js';
import { safeHtmlOf } from '../../src/intake/safe-html.js';
import { query, transaction } from '../../src/platform/index.js';
import { type IntakeRoom, openIntakeRoom, post } from './intake-room.js';

describe('what readers may be shown of a post', () => {
  it('is its HTML made safe', () => {
    expect(safeHtmlOf({ html: '<p onclick="x()">甲<script>x()</script></p>', text: '甲' })).toBe('<p>甲</p>');
  });

  it('is its text as paragraphs and lines, where it came as text', () => {
    expect(safeHtmlOf({ html: null, text: '一 <b>&\n二\n\n三' })).toBe('<p>一 &lt;b&gt;&amp;<br>二</p><p>三</p>');
    expect(safeHtmlOf({ html: null, text: '' })).toBe('');
  });

  it('never holds markup that a text brought along', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', '\n', 'p') }), (text) => {
        expect(safeHtmlOf({ html: null, text }).replaceAll(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"]/);
      }),
    );
  });
});

describe('preparing revisions', () => {
  let room: IntakeRoom;
  let ids: string[];

  beforeAll(async () => {
    room = await openIntakeRoom();
    await room.push(room.river, [post('a', { html: '<p>旧</p>' }), post('b', { html: null, text: '一行' }), post('c')]);
    const results = await room.push(room.river, [post('a', { html: '<p>新<img src="x" onerror="y"></p>' }), post('b', { html: null, text: '一行' }), post('c')]);
    ids = results.map(({ postId }) => postId ?? '');
    await room.withdraw(room.river, 'c');
  });
  afterAll(() => room.close());

  it('makes the current revision ready to be shown, and none before it', async () => {
    await transaction(room.db, (tx) => prepareRevisions(tx, ids));
    await transaction(room.db, (tx) => prepareRevisions(tx, ids));
    const rows = await query(room.db, sql`select p.external_id as id, r.number, r.safe_html as html from posts p join revisions r on r.post_id = p.id where p.external_id <> 'c' order by 1, 2`);
    expect(rows).toEqual([
      { id: 'a', number: 1, html: null },
      { id: 'a', number: 2, html: '<p>新</p>' },
      { id: 'b', number: 1, html: '<p>一行</p>' },
    ]);
  });

  it('reads for the screening what is current and not withdrawn', async () => {
    const found = await currentRevisions(room.db, ids);
    expect(found.sort((one, other) => one.title.localeCompare(other.title))).toEqual([
      { postId: ids[0], revision: 2, title: '门前扫雪 a', text: '新', siteId: room.river.siteId },
      { postId: ids[1], revision: 1, title: '门前扫雪 b', text: '一行', siteId: room.river.siteId },
    ]);
  });
});
