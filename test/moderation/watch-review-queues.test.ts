import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-sse';

import { type TestHub, startTestHub } from '../support/hub.js';

interface QueueNews {
  readonly name: string;
  readonly openCount: number;
  readonly claimedCount: number;
}

const WATCH = 'subscription Watch($queue: String) { reviewQueueChanged(queue: $queue) { name openCount claimedCount } }';

describe('a moderator who watches the queues', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  }, 60_000);
  afterAll(() => hub.close());

  const watch = (token: string | undefined, variables: Record<string, unknown> = {}, query = WATCH) => {
    const client = createClient({ url: `${hub.url}/graphql/stream`, retryAttempts: 0, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
    return client.iterate<{ reviewQueueChanged: QueueNews }>({ query, variables });
  };
  const push = (externalId: string) =>
    hub.graphql(
      'mutation Push($input: PushPostsInput!) { pushPosts(input: $input) { results { outcome } userErrors { code } } }',
      { input: { posts: [{ externalId, title: '算卦', text: '看八字很准，一次一百八，想算的朋友加我微信。', url: `https://hljwm.example.org/${externalId}`, publishedAt: '2026-03-05T08:00:00Z', authorName: '某人' }] } },
      hub.tokens.partner['hljwm'],
    );
  const firstErrors = async (stream: AsyncIterableIterator<unknown>) => {
    const { value } = (await stream.next()) as { value: { errors: readonly { extensions: { code: string } }[] } };
    return value.errors.map(({ extensions }) => extensions.code);
  };

  it('is told how they stand, and of each that changes, as it changes', async () => {
    const stream = watch(hub.tokens.moderator, { queue: 'superstition' });
    const next = async () => ((await stream.next()).value as { data: { reviewQueueChanged: QueueNews } }).data.reviewQueueChanged;
    const before = await next();
    expect(before.name).toBe('superstition');
    await push('watched-1');
    let now = await next();
    while (now.openCount === before.openCount) now = await next();
    expect(now).toEqual({ ...before, openCount: before.openCount + 1 });
    await hub.graphql('mutation { claimReviews(input: {queue: "superstition", count: 1}) { reviews { id } userErrors { code } } }', {}, hub.tokens.moderator2);
    expect(await next()).toEqual({ name: 'superstition', openCount: now.openCount - 1, claimedCount: now.claimedCount + 1 });
    await stream.return?.();
  }, 30_000);

  it('is told of every queue, if she names none', async () => {
    const stream = watch(hub.tokens.moderator);
    const { data } = await hub.graphql<{ reviewQueues: { name: string }[] }>('{ reviewQueues { name } }', {}, hub.tokens.moderator);
    const names: string[] = [];
    while (names.length < data.reviewQueues.length) names.push(((await stream.next()).value as { data: { reviewQueueChanged: QueueNews } }).data.reviewQueueChanged.name);
    expect(names.toSorted()).toEqual(data.reviewQueues.map(({ name }) => name).toSorted());
    await stream.return?.();
  });

  it('is refused, with a code, who is not one, or asks for what is not there', async () => {
    expect(await firstErrors(watch(undefined))).toEqual(['UNAUTHENTICATED']);
    expect(await firstErrors(watch(hub.tokens.partner['hljwm']))).toEqual(['FORBIDDEN']);
    expect(await firstErrors(watch(hub.tokens.moderator, { queue: 'nowhere' }))).toEqual(['UNKNOWN_QUEUE']);
    expect(await firstErrors(watch(hub.tokens.moderator, {}, '{ reviewQueues { name } }'))).toEqual(['NOT_A_SUBSCRIPTION']);
    expect(await firstErrors(watch(hub.tokens.moderator, {}, 'subscription {'))).toEqual(['BAD_USER_INPUT']);
    const plain = await fetch(`${hub.url}/graphql/stream`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: WATCH }) });
    expect([plain.status, ((await plain.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([400, 'NOT_ACCEPTABLE']);
  });

  it('has no more streams than ten at a time', async () => {
    const streams = Array.from({ length: 10 }, () => watch(hub.tokens.lead));
    for (const stream of streams) await stream.next();
    const eleventh = await fetch(`${hub.url}/graphql/stream`, { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${hub.tokens.lead}` }, body: JSON.stringify({ query: WATCH }) });
    expect(eleventh.status).toBe(400);
    for (const stream of streams) await stream.return?.();
  });

  it('does not keep the hub from stopping', async () => {
    const second = await hub.secondApi();
    const client = createClient({ url: `${second.url}/graphql/stream`, retryAttempts: 0, headers: { authorization: `Bearer ${hub.tokens.moderator}` } });
    const stream = client.iterate({ query: WATCH });
    await stream.next();
    await second.close();
    await expect(fetch(`${second.url}/healthz`)).rejects.toThrow();
  });
});
