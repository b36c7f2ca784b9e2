import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCopies } from '../../src/intake/find-copies.js';
import type { PostInput } from '../../src/intake/index.js';
import { toConnection } from '../../src/platform/index.js';
import { type IntakeRoom, openIntakeRoom, post } from './intake-room.js';

describe('copies of a post', () => {
  let room: IntakeRoom;
  const ids = new Map<string, string>();
  const words = { html: '<p>春风吹过 河堤</p>' };

  async function push(site: 'river' | 'hill', posts: PostInput[]): Promise<void> {
    for (const { externalId, postId } of await room.push(room[site], posts)) ids.set(externalId, postId ?? '');
  }
  const copiesOf = async (externalId: string, viewer = room.aggregator, count = 10, after: string | null = null) =>
    findCopies(room.db, viewer, { uuid: ids.get(externalId) ?? '', revision: 1 }, count, after);
  const names = (rows: readonly { externalId: string }[]) => rows.map(({ externalId }) => externalId);

  beforeAll(async () => {
    room = await openIntakeRoom();
    await push('river', [post('first', words)]);
    await push('hill', [post('reflowed', { html: '<div>春风<br>吹过河堤</div>' }), post('other', { html: '<p>春风吹过山坡</p>' })]);
    await push('river', [post('third', { html: null, text: '春风吹过\n\n河堤' }), post('left', words)]);
    await push('river', [post('left', { html: '<p>改成了别的</p>' })]);
    await push('river', [post('photo', { html: null, media: [{ url: 'https://media.example.org/1.jpg' }] })]);
    await push('hill', [post('photo-2', { html: null, media: [{ url: 'https://media.example.org/2.jpg' }] })]);
  });
  afterAll(() => room.close());

  it('have the same words, white space aside, as they are now', async () => {
    expect(names(await copiesOf('first'))).toEqual(['reflowed', 'third']);
    expect(names(await copiesOf('other'))).toEqual([]);
  });

  it('are not all posts without words', async () => {
    expect(names(await copiesOf('photo'))).toEqual([]);
  });

  it('of other sites are not told to a site', async () => {
    expect(names(await copiesOf('first', room.river))).toEqual(['third']);
  });

  it('come page by page', async () => {
    const rows = await copiesOf('first', room.aggregator, 2);
    const page = toConnection(rows, 1, (row) => [row.uuid], (row) => row);
    expect(names(page.nodes)).toEqual(['reflowed']);
    expect(names(await copiesOf('first', room.aggregator, 2, page.pageInfo.endCursor))).toEqual(['third']);
  });
});
