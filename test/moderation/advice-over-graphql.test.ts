import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestHub, startTestHub } from '../support/hub.js';
import { KIND } from './moderation-room.js';

interface Post {
  externalId: string;
  standing: string;
  findings: unknown[] | null;
  advice: { check: string; text: string }[] | null;
}

describe('advice on a post', () => {
  let hub: TestHub;
  let id = '';
  beforeAll(async () => {
    hub = await startTestHub();
    const media = [{ url: 'https://media.example.org/1.jpg', alt: '雪后的巷子' }, { url: 'https://media.example.org/2.jpg' }, { url: 'https://media.example.org/3.jpg', alt: ' ' }];
    const post = { externalId: 'pictures', title: '雪后', text: KIND, media, url: 'https://news.example.org/1', publishedAt: hub.clock.now().toISOString(), authorName: '林小禾' };
    const pushed = await hub.graphql<{ pushPosts: { results: { post: { id: string } }[] } }>(
      'mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { post { id } } } }',
      { input: { posts: [post] } },
      hub.tokens.partner['dbw'],
    );
    id = pushed.data.pushPosts.results[0]?.post.id ?? '';
    await hub.settle();
  });
  afterAll(() => hub.close());

  async function see(token: string | undefined): Promise<Post | null> {
    const { data } = await hub.graphql<{ node: Post | null }>('query ($id: ID!) { node(id: $id) { ... on Post { externalId standing findings { rule } advice { check text(language: EN) } } } }', { id }, token);
    return data.node;
  }

  it('tells the site of pictures that nobody has described, and holds nothing for it', async () => {
    const post = await see(hub.tokens.partner['dbw']);
    expect(post).toMatchObject({ standing: 'PUBLISHABLE', findings: [], advice: [{ check: 'media' }] });
    expect(post?.advice?.[0]?.text).toMatch(/^2 of 3 pictures/);
  });

  it('is seen by editors, who do not see findings', async () => {
    expect(await see(hub.tokens.editor)).toMatchObject({ findings: null, advice: [{ check: 'media' }] });
  });

  it('is no business of another site', async () => {
    expect((await see(hub.tokens.partner['hljwm']))?.advice ?? null).toBeNull();
  });
});
