import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';

import { findMentions } from '../../src/moderation/notes/find-mentions.js';
import { queryOne } from '../../src/platform/index.js';
import { type TestHub, startTestHub } from '../support/hub.js';

const WRITE = 'mutation Write($input: WriteNoteInput!) { writeNote(input: $input) { note { author text post { externalId } } userErrors { code field } } }';
const RATIONALE = 'mutation Save($input: SaveRationaleInput!) { saveRationale(input: $input) { rationale { id title text } userErrors { code field } } }';

let hub: TestHub;
let postId = '';
beforeAll(async () => {
  hub = await startTestHub({ worker: false });
  const partner = hub.tokens.partner['hljwm'];
  await hub.graphql(
    'mutation Push($input: PushPostsInput!) { pushPosts(input: $input) { results { outcome } } }',
    { input: { posts: [{ externalId: 'noted', title: '江堤', text: '清晨的江堤。', url: 'https://hljwm.example.org/noted', publishedAt: '2026-03-05T08:00:00Z', authorName: '某人' }] } },
    partner,
  );
  const { data } = await hub.graphql<{ viewer: { site: { posts: { nodes: { id: string }[] } } } }>('{ viewer { ... on SiteViewer { site { posts(first: 1) { nodes { id } } } } } }', {}, partner);
  postId = data.viewer.site.posts.nodes[0]?.id ?? '';
}, 60_000);
afterAll(() => hub.close());

const ask = <Data>(query: string, input: Record<string, unknown>, token: string) => hub.graphql<Data>(query, { input }, token);

describe('a note about a post', () => {
  it('is told to the desk as it was said, and found by whom it names', async () => {
    const { data } = await hub.graphql<{ viewer: { name: string } }>('{ viewer { ... on MemberViewer { name } } }', {}, hub.tokens.moderator2);
    const colleague = await queryOne(hub.db, sql<{ login: string }>`select login from members where name = ${data.viewer.name}`);
    const first = `这篇像是转载，请@${colleague?.login ?? ''}看看出处？`;
    expect((await ask(WRITE, { postId, text: `  ${first} ` }, hub.tokens.moderator)).data).toMatchObject({ writeNote: { note: { text: first, post: { externalId: 'noted' } }, userErrors: [] } });
    await ask(WRITE, { postId, text: '查过了，有授权。' }, hub.tokens.moderator2);
    const notes = await hub.graphql('query Notes($id: ID!) { node(id: $id) { ... on Post { notes { text } } } }', { id: postId }, hub.tokens.lead);
    expect(notes.data).toEqual({ node: { notes: [{ text: first }, { text: '查过了，有授权。' }] } });
    const mentions = '{ mentions(first: 5) { nodes { text } pageInfo { hasNextPage } } }';
    expect((await hub.graphql(mentions, {}, hub.tokens.moderator2)).data).toEqual({ mentions: { nodes: [{ text: first }], pageInfo: { hasNextPage: false } } });
    expect((await hub.graphql(mentions, {}, hub.tokens.moderator)).data).toEqual({ mentions: { nodes: [], pageInfo: { hasNextPage: false } } });
  });

  it('is no business of sites and readers', async () => {
    const asked = await hub.graphql('query Notes($id: ID!) { node(id: $id) { ... on Post { notes { text } } } }', { id: postId }, hub.tokens.partner['hljwm']);
    expect(asked.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is refused with a code where it says nothing, too much, or names nobody', async () => {
    const codeOf = async (text: string, id = postId) => ((await ask<{ writeNote: { userErrors: { code: string }[] } }>(WRITE, { postId: id, text }, hub.tokens.moderator)).data.writeNote.userErrors.map(({ code }) => code));
    expect(await codeOf('  ')).toEqual(['REQUIRED']);
    expect(await codeOf('长'.repeat(4_001))).toEqual(['TOO_LONG']);
    expect(await codeOf('坏\0字')).toEqual(['BAD_TEXT']);
    expect(await codeOf('@nobody-here 在吗')).toEqual(['UNKNOWN_MEMBER']);
    expect(await codeOf('好', Buffer.from('Post:00000000-0000-7000-8000-000000000000').toString('base64url'))).toEqual(['UNKNOWN_ID']);
  });
});

describe('who a note names', () => {
  it('are logins after an @, each once; addresses of mail are none', () => {
    expect(findMentions('@chen 和@li.na，请@chen看；信箱 a@b.example，@wang_f。')).toEqual(['chen', 'li.na', 'wang_f']);
    fc.assert(fc.property(fc.string(), (text) => findMentions(text).every((login) => text.includes(`@${login}`))));
  });
});

describe('a rationale to start from', () => {
  const canned = async (token: string) => (await hub.graphql<{ cannedRationales: { id: string; title: string; text: string }[] }>('{ cannedRationales(category: "incivility.insult", language: ZH) { id title text } }', {}, token)).data.cannedRationales;
  const words = { category: 'incivility.insult', language: 'ZH', title: '人身攻击', text: '文中以贬损的话攻击他人。' };

  it('is kept by a lead, reworded, found by the desk, and retired', async () => {
    const saved = await ask<{ saveRationale: { rationale: { id: string } } }>(RATIONALE, words, hub.tokens.lead);
    const { id } = saved.data.saveRationale.rationale;
    expect(await canned(hub.tokens.moderator)).toEqual([{ id, title: words.title, text: words.text }]);
    const reworded = await ask<{ saveRationale: { rationale: { id: string } } }>(RATIONALE, { ...words, id, text: '文中对他人进行人身攻击。' }, hub.tokens.lead);
    const now = reworded.data.saveRationale.rationale.id;
    expect(await canned(hub.tokens.moderator)).toEqual([{ id: now, title: words.title, text: '文中对他人进行人身攻击。' }]);
    expect((await ask<{ saveRationale: unknown }>(RATIONALE, { ...words, id }, hub.tokens.lead)).data).toMatchObject({ saveRationale: { userErrors: [{ code: 'UNKNOWN_ID' }] } });
    expect((await ask(RATIONALE, words, hub.tokens.lead)).data).toMatchObject({ saveRationale: { userErrors: [{ code: 'TITLE_TAKEN', field: 'title' }] } });
    await ask('mutation Retire($input: RetireRationaleInput!) { retireRationale(input: $input) { userErrors { code } } }', { id: now }, hub.tokens.lead);
    expect(await canned(hub.tokens.moderator)).toEqual([]);
  });

  it('belongs to a category of the policy, and is for leads to keep', async () => {
    expect((await ask(RATIONALE, { ...words, category: 'incivility.nothing' }, hub.tokens.lead)).data).toMatchObject({ saveRationale: { userErrors: [{ code: 'UNKNOWN_CATEGORY', field: 'category' }] } });
    expect((await ask(RATIONALE, words, hub.tokens.moderator)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
