import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestHub, startTestHub } from '../support/hub.js';
import { KIND, RUDE } from './moderation-room.js';

interface Post {
  externalId: string;
  text: string;
  standing: string;
  findings: { category: string; explanation: string; spans: { start: number; end: number; text: string }[] }[] | null;
  statements: { id: string; rule: string; automatedDecision: boolean; appealBy: string }[] | null;
}

interface Review {
  id: string;
  state: string;
  claim: { token: string; expiresAt: string } | null;
  claimedBy: string | null;
  post: { externalId: string; text: string };
  findings: { spans: { start: number; end: number; text: string }[] }[];
  decisions: { id: string; action: string; decidedBy: string }[];
}

const REVIEW = 'id state claim { token expiresAt } claimedBy post { externalId text } findings { spans { start end text } } decisions { id action decidedBy }';
const POST = 'externalId text standing findings { category explanation(language: EN) spans { start end text } } statements { id rule automatedDecision appealBy }';

describe('the review desk over GraphQL', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    for (const [siteCode, prefix] of [['dbw', 'd'], ['hljwm', 'h']] as const) {
      const posts = [RUDE, KIND].map((text, number) => ({ externalId: `${prefix}-${number}`, title: '来稿', text, url: 'https://news.example.org/1', publishedAt: hub.clock.now().toISOString(), authorName: '林小禾' }));
      await hub.graphql('mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { outcome } userErrors { code } } }', { input: { posts } }, hub.tokens.partner[siteCode]);
    }
    await hub.settle();
  });
  afterAll(() => hub.close());

  async function postsOf(siteCode: string, filter = ''): Promise<Post[]> {
    const { data, errors } = await hub.graphql<{ viewer: { site: { posts: { nodes: Post[] } } } }>(`{ viewer { ... on SiteViewer { site { posts(first: 10 ${filter}) { nodes { ${POST} } } } } } }`, {}, hub.tokens.partner[siteCode]);
    expect(errors).toBeUndefined();
    return data.viewer.site.posts.nodes;
  }

  async function claim(token: string, queue = 'incivility'): Promise<Review | undefined> {
    const { data } = await hub.graphql<{ claimReviews: { reviews: Review[]; userErrors: unknown[] } }>(`mutation { claimReviews(input: {queue: "${queue}", count: 1}) { reviews { ${REVIEW} } userErrors { code } } }`, {}, token);
    expect(data.claimReviews.userErrors).toEqual([]);
    return data.claimReviews.reviews[0];
  }

  it('a site sees what became of its own posts and why', async () => {
    const posts = await postsOf('dbw');
    expect(new Map(posts.map(({ externalId, standing }) => [externalId, standing]))).toEqual(new Map([['d-0', 'HELD'], ['d-1', 'PUBLISHABLE']]));
    const held = posts.find(({ standing }) => standing === 'HELD');
    expect(held?.findings?.length).toBeGreaterThan(0);
    for (const finding of held?.findings ?? []) {
      expect(finding.category).toMatch(/^incivility\./);
      expect(finding.explanation).toMatch(/[a-z]{3}/);
      for (const span of finding.spans) expect(held?.text.slice(span.start, span.end)).toBe(span.text);
    }
    expect((await postsOf('dbw', ', standing: PUBLISHABLE')).map(({ externalId }) => externalId)).toEqual(['d-1']);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: hub.config.timeZone }).format(hub.clock.now());
    expect(await postsOf('dbw', `, from: "${today}", to: "${today}"`)).toHaveLength(2);
    expect(await postsOf('dbw', ', to: "2020-01-01"')).toEqual([]);
  });

  it("another site's posts are none of its business, nor the grounds an editor's", async () => {
    const ids = await hub.graphql<{ reviews: { nodes: { post: { id: string; site: { id: string } } }[] } }>('{ reviews(queue: "incivility") { nodes { post { id externalId site { id } } } } }', {}, hub.tokens.lead);
    const site = (await hub.graphql<{ viewer: { site: { id: string } } }>('{ viewer { ... on SiteViewer { site { id } } } }', {}, hub.tokens.partner['dbw'])).data.viewer.site.id;
    const foreign = await hub.graphql('query ($id: ID!) { node(id: $id) { ... on Site { posts { nodes { id } } } } }', { id: site }, hub.tokens.partner['hljwm']);
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const post = ids.data.reviews.nodes[0]?.post.id;
    const asEditor = await hub.graphql<{ requestReview: { review: { post: Post } } }>(
      'mutation ($input: RequestReviewInput!) { requestReview(input: $input) { review { post { standing findings { category } statements { id } } } userErrors { code } } }',
      { input: { postId: post, queue: 'incivility', reason: '读者来信' } },
      hub.tokens.editor,
    );
    expect(asEditor.data.requestReview).toEqual({ review: { post: { standing: 'HELD', findings: null, statements: null } }, userErrors: [] });
  });

  it('a claim’s token is shown to its holder and to nobody else; a decision is signed', async () => {
    const mine = await claim(hub.tokens.moderator);
    expect(mine?.claim?.token).toMatch(/^[0-9a-f-]{36}$/);
    for (const finding of mine?.findings ?? []) for (const span of finding.spans) expect(mine?.post.text.slice(span.start, span.end)).toBe(span.text);
    const seen = await hub.graphql<{ reviews: { nodes: Review[] } }>(`{ reviews(queue: "incivility", state: CLAIMED) { nodes { ${REVIEW} } } }`, {}, hub.tokens.moderator2);
    expect(seen.data.reviews.nodes).toMatchObject([{ id: mine?.id, state: 'CLAIMED', claim: null, claimedBy: '示例审核员 沈小河' }]);

    const input = { reviewId: mine?.id, claimToken: mine?.claim?.token, action: 'REMOVE', category: 'incivility.insult', rationale: '当众辱骂他人' };
    const decide = (token: string, more = {}) =>
      hub.graphql<{ decideReview: { review: Review | null; decision: { id: string } | null; post: Post | null; userErrors: { code: string; field: string }[] } }>(
        `mutation ($input: DecideReviewInput!) { decideReview(input: $input) { review { ${REVIEW} } decision { id action category rationale } post { ${POST} } userErrors { code message field } } }`,
        { input: { ...input, ...more } },
        token,
      );
    expect((await decide(hub.tokens.moderator2)).data.decideReview).toMatchObject({ review: null, userErrors: [{ code: 'CLAIM_STALE', field: 'claimToken' }] });
    expect((await decide(hub.tokens.moderator, { category: null })).data.decideReview.userErrors).toMatchObject([{ code: 'REQUIRED', field: 'category' }]);
    const { decideReview } = (await decide(hub.tokens.moderator)).data;
    expect(decideReview).toMatchObject({
      userErrors: [],
      review: { state: 'DECIDED', claim: null, decisions: [{ action: 'REMOVE', decidedBy: '示例审核员 沈小河' }] },
      post: { standing: 'REMOVED', statements: [{ automatedDecision: false }] },
    });

    const owner = mine?.post.externalId.startsWith('d') === true ? 'dbw' : 'hljwm';
    const told = (await postsOf(owner)).find(({ externalId }) => externalId === mine?.post.externalId);
    expect(told?.statements).toMatchObject([{ automatedDecision: false }]);
    expect(told?.statements?.[0]?.rule).toContain('辱骂');

    const undone = await hub.graphql<{ undoDecision: { review: Review; post: Post; userErrors: unknown[] } }>(
      `mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { review { ${REVIEW} } post { ${POST} } userErrors { code message } } }`,
      { input: { decisionId: decideReview.decision?.id, rationale: '看错了' } },
      hub.tokens.lead,
    );
    expect(undone.data.undoDecision).toMatchObject({ userErrors: [], review: { state: 'OPEN' }, post: { standing: 'HELD' } });
  });

  it('renews and gives back what is held, and names each claim that is not', async () => {
    const mine = await claim(hub.tokens.moderator);
    const touch = (mutation: string, claims: object[]) =>
      hub.graphql<Record<string, { reviews: Review[]; userErrors: { code: string; field: string }[] }>>(
        `mutation ($input: ${mutation === 'renewClaims' ? 'RenewClaimsInput' : 'ReleaseReviewsInput'}!) { ${mutation}(input: $input) { reviews { id state } userErrors { code field } } }`,
        { input: { claims } },
        hub.tokens.moderator,
      );
    const good = { reviewId: mine?.id, claimToken: mine?.claim?.token };
    const renewed = await touch('renewClaims', [{ ...good, claimToken: 'nothing' }, good]);
    expect(renewed.data['renewClaims']).toMatchObject({ reviews: [{ id: mine?.id, state: 'CLAIMED' }], userErrors: [{ code: 'CLAIM_STALE', field: 'claims.0' }] });
    const released = await touch('releaseReviews', [good]);
    expect(released.data['releaseReviews']).toEqual({ reviews: [{ id: mine?.id, state: 'OPEN' }], userErrors: [] });
    expect((await touch('releaseReviews', [good])).data['releaseReviews']).toMatchObject({ reviews: [], userErrors: [{ code: 'CLAIM_STALE', field: 'claims.0' }] });
  });

  it('tells the policy and the queues', async () => {
    const { data, errors } = await hub.graphql<{ policy: { version: string; categories: { code: string; definition: string }[] }; reviewQueues: { name: string; openCount: number; predictedClearAt: string | null }[] }>(
      '{ policy { version categories { code definition(language: EN) exampleIn exampleOut severity queue usualAction } } reviewQueues { name openCount claimedCount oldestDueAt overdueCount predictedClearAt } }',
      {},
      hub.tokens.moderator,
    );
    expect(errors).toBeUndefined();
    expect(data.policy.categories.map(({ code }) => code)).toContain('integrity.copy');
    expect(data.reviewQueues.find(({ name }) => name === 'incivility')).toMatchObject({ openCount: 2 });
  });
});
