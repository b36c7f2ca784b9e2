import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../src/app.js';
import { type TestHub, startTestHub } from '../support/hub.js';

const PUSH = 'mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { outcome post { id } } userErrors { code } } }';
const FEED = '{ feed(slug: "harbin") { items(first: 50) { nodes { post { id title text } } } } }';

interface Feed {
  feed: { items: { nodes: { post: { id: string; title: string; text: string } }[] } };
}

describe('a takedown reaches every carrier', () => {
  let hub: TestHub;
  let second: Api;
  beforeAll(async () => {
    hub = await startTestHub();
    second = await hub.secondApi();
  });
  afterAll(() => hub.close());

  const push = async (externalId: string, text: string) => {
    const post = { externalId, title: `题目 ${externalId}`, text, url: 'https://dbw.example.org/x', publishedAt: '2026-03-05T08:00:00+08:00', authorName: '示例作者', unitCode: 'harbin' };
    const { data } = await hub.graphql<{ pushPosts: { results: { post: { id: string } }[] } }>(PUSH, { input: { posts: [post] } }, hub.tokens.partner['dbw']);
    await hub.settle();
    return data.pushPosts.results[0]?.post.id ?? '';
  };
  const everywhere = () => [hub.url, second.url];
  const shownIn = async (url: string): Promise<string[]> => {
    const asked = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: FEED }) });
    return ((await asked.json()) as { data: Feed }).data.feed.items.nodes.map((item) => item.post.title);
  };
  const carriers = async (title: string) =>
    Promise.all(
      everywhere().flatMap((url) => [
        shownIn(url).then((titles) => titles.includes(title)),
        fetch(`${url}/feeds/harbin.atom`).then(async (answer) => (await answer.text()).includes(title)),
        fetch(`${url}/feeds/harbin.json`).then(async (answer) => (await answer.text()).includes(title)),
      ]),
    );
  /** Asks until all say the same; how quickly is for the bench to say. */
  const until = async (title: string, shown: boolean) => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if ((await carriers(title)).every((seen) => seen === shown)) return true;
      await pause(20);
    }
    return false;
  };
  const review = async (postId: string) => {
    await hub.graphql('mutation ($input: RequestReviewInput!) { requestReview(input: $input) { userErrors { code } } }', { input: { postId, queue: 'incivility', reason: '读者来信' } }, hub.tokens.moderator);
    const { data } = await hub.graphql<{ claimReviews: { reviews: { id: string; claim: { token: string }; post: { id: string } }[] } }>(
      'mutation { claimReviews(input: {queue: "incivility", count: 10}) { reviews { id claim { token } post { id } } userErrors { code } } }',
      {},
      hub.tokens.moderator,
    );
    return data.claimReviews.reviews.find((claimed) => claimed.post.id === postId);
  };

  it('from both processes, every format and every kept answer, and the changes tell it', async () => {
    const id = await push('t-1', '今天在江边捡了一上午垃圾,装了六袋。');
    expect(await until('题目 t-1', true)).toBe(true);
    const claimed = await review(id);
    const decided = await hub.graphql<{ decideReview: { userErrors: unknown[]; decision: { id: string }; post: { standing: string } } }>(
      'mutation ($input: DecideReviewInput!) { decideReview(input: $input) { decision { id } post { standing statements { id category } } userErrors { code message } } }',
      { input: { reviewId: claimed?.id, claimToken: claimed?.claim.token, action: 'REMOVE', category: 'deception.spam', rationale: '与活动无关' } },
      hub.tokens.moderator,
    );
    expect(decided.data.decideReview).toMatchObject({ userErrors: [], post: { standing: 'REMOVED', statements: [{ category: 'deception.spam' }] } });
    expect(await until('题目 t-1', false)).toBe(true);
    await hub.settle();
    const changes = await hub.graphql<{ changes: { type: string; tombstone: { externalId: string } | null }[] }>('{ changes(first: 100) { seq type post { id } tombstone { externalId } } }', {}, hub.tokens.partner['hljwm']);
    expect(changes.data.changes.map((change) => change.type)).toEqual(['PUBLISHED', 'WITHDRAWN']);
    expect(changes.data.changes[1]?.tombstone?.externalId).toBe('t-1');

    const undone = await hub.graphql('mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { userErrors { code } } }', { input: { decisionId: decided.data.decideReview.decision.id, rationale: '看错了' } }, hub.tokens.moderator);
    expect(undone.data).toEqual({ undoDecision: { userErrors: [] } });
    expect(await until('题目 t-1', true)).toBe(true);
  });

  it('when the site itself withdraws it', async () => {
    await push('t-2', '单位组织了一次旧书交换,换出去四十本。');
    expect(await until('题目 t-2', true)).toBe(true);
    await hub.graphql('mutation { withdrawPost(input: {externalId: "t-2", reason: "作者要求"}) { post { standing } userErrors { code } } }', {}, hub.tokens.partner['dbw']);
    expect(await until('题目 t-2', false)).toBe(true);
  });

  it('while an edit after approval shows the old text until it is screened again', async () => {
    const quiet = await startTestHub();
    try {
      const post = { externalId: 'e-1', title: '修路', text: '旧的正文,路修好了。', url: 'https://dbw.example.org/x', publishedAt: '2026-03-05T08:00:00+08:00', authorName: '示例作者', unitCode: 'harbin' };
      const send = (more: object) => quiet.graphql<{ pushPosts: { results: { outcome: string }[] } }>(PUSH, { input: { posts: [{ ...post, ...more }] } }, quiet.tokens.partner['dbw']);
      const texts = async () => (await quiet.graphql<Feed>(FEED)).data.feed.items.nodes.map((item) => item.post.text);
      await send({});
      await quiet.settle();
      expect(await texts()).toEqual(['旧的正文,路修好了。']);
      await quiet.stopWorkers();
      expect((await send({ text: '新的正文,路又拓宽了。' })).data.pushPosts.results[0]?.outcome).toBe('REVISED');
      expect(await texts()).toEqual(['旧的正文,路修好了。']);
      await quiet.startWorkers();
      await quiet.settle();
      expect(await texts()).toEqual(['新的正文,路又拓宽了。']);
    } finally {
      await quiet.close();
    }
  });
});
