import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestHub, type TestHub } from '../support/hub.js';
import { openConsole, startBrowser, type Watched } from './open-console.js';

const INSULT = '楼下停车的听着：你这个没脑子的废物，少在这儿现眼。';
const PUSH = 'mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { post { id } } userErrors { code } } }';
const POSTS = 'query { viewer { ... on SiteViewer { site { posts(first: 100) { nodes { id standing statements { category facts rescindedAt } findings { spans { text } } } } } } } }';

interface Seen {
  readonly id: string;
  readonly standing: string;
  readonly statements: readonly { category: string; facts: string; rescindedAt: string | null }[];
  readonly findings: readonly { spans: readonly { text: string }[] }[];
}

describe('judging posts in the console', () => {
  let hub: TestHub;
  let browser: Browser;
  let pushed = 0;
  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), startBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), hub.close()]));

  /** A partner pushes a post that screening holds. */
  const pushHeld = async (title: string): Promise<string> => {
    pushed += 1;
    const posts = [{ externalId: `held-${pushed}`, title, text: INSULT, url: `https://dbw.example.org/${pushed}`, publishedAt: '2026-03-05T08:00:00+08:00', authorName: '网友' }];
    const { data } = await hub.graphql<{ pushPosts: { results: { post: { id: string } }[] } }>(PUSH, { input: { posts } }, hub.tokens.partner['dbw']);
    await hub.settle();
    return data.pushPosts.results[0]?.post.id ?? '';
  };
  /** The post as its own site sees it. */
  const read = async (id: string): Promise<Seen | undefined> => {
    const { data } = await hub.graphql<{ viewer: { site: { posts: { nodes: Seen[] } } } }>(POSTS, {}, hub.tokens.partner['dbw']);
    return data.viewer.site.posts.nodes.find((post) => post.id === id);
  };
  const waitForTitle = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).waitFor();

  describe('by the keyboard alone', () => {
    let first: string;
    let console: Watched;
    beforeAll(async () => {
      first = await pushHeld('停车的那位');
      hub.clock.advance(60_000);
      await pushHeld('第二篇');
      console = await openConsole(browser, hub, 'moderator');
      await console.page.getByText('待审 2').first().waitFor();
    });

    it('brings the post that is due first, with what was found marked in its text', async () => {
      const { page } = console;
      await page.keyboard.press('n');
      await waitForTitle(page, '停车的那位');
      const marked = await page.locator('.post-text .mark').allTextContents();
      const found = ((await read(first))?.findings ?? []).flatMap(({ spans }) => spans.map(({ text }) => text));
      expect(found.length).toBeGreaterThan(0);
      expect(marked.join('').replaceAll(/[\d,]/g, '')).toContain(found[0]);
      expect(await page.locator('.finding-category').first().textContent()).toBe('辱骂');
    });

    it('removes it with the category found and a reason, which the site reads in its statement', async () => {
      const { page } = console;
      await page.keyboard.press('x');
      expect(await page.getByLabel('类别').inputValue()).toBe('incivility.insult');
      await page.keyboard.press('Control+Enter');
      await page.getByText('请写明理由。').waitFor();
      await page.keyboard.type('对邻居的辱骂，请删去。');
      await page.keyboard.press('Control+Enter');
      await page.getByText('已移除：《停车的那位》').waitFor();
      expect(await read(first)).toMatchObject({ standing: 'REMOVED', statements: [{ category: 'incivility.insult', facts: '对邻居的辱骂，请删去。', rescindedAt: null }] });
    });

    it('brings the next post by itself', () => waitForTitle(console.page, '第二篇'));

    it('takes the decision back and brings its post to the desk again', async () => {
      const { page } = console;
      await page.keyboard.press('u');
      await waitForTitle(page, '停车的那位');
      const post = await read(first);
      expect(post?.standing).toBe('HELD');
      expect(post?.statements.map(({ rescindedAt }) => rescindedAt)).not.toContain(null);
    });

    it('goes on with the claimed post after a reload', async () => {
      const { page } = console;
      await page.reload();
      await page.getByText('接着审上次领取的稿件。').waitFor();
      await waitForTitle(page, '停车的那位');
    });

    it('clears a post, and goes on to the next', async () => {
      const { page } = console;
      await page.keyboard.press('c');
      await waitForTitle(page, '第二篇');
      expect((await read(first))?.standing).toBe('PUBLISHABLE');
    });

    it('takes letters for words, not for decisions, while a reason is written', async () => {
      const { page } = console;
      await page.getByText('已放行：《停车的那位》').waitFor();
      await page.keyboard.press('e');
      await page.keyboard.type('cxru');
      expect(await page.getByLabel('理由').inputValue()).toBe('cxru');
      await page.keyboard.press('Escape');
      await waitForTitle(page, '第二篇');
      expect((await read(first))?.standing).toBe('PUBLISHABLE');
    });

    it('says when nothing waits any more', async () => {
      const { page } = console;
      await page.keyboard.press('c');
      await page.getByText('没有待审的稿件了。').waitFor();
    });

    it('meets no fault, and asks nobody but the hub', () => {
      expect(console).toMatchObject({ faults: [], strangers: [] });
    });
  });

  it('shows each operation that it ran, and opens it in the editor', async () => {
    await pushHeld('给编辑器看');
    const { page, faults, strangers } = await openConsole(browser, hub, 'moderator2');
    await page.getByRole('button', { name: '领取下一篇' }).click();
    await waitForTitle(page, '给编辑器看');
    await page.getByText('刚才执行的操作').click();
    await page.locator('.operation summary').first().click();
    await page.getByRole('button', { name: '在编辑器中打开' }).click();
    await page.locator('.graphiql-query-editor').getByText('claimReviews', { exact: true }).waitFor();
    expect(await page.locator('.graphiql-editor-tool').first().textContent()).toContain('incivility');
    await page.getByRole('button', { name: '各队列的积压' }).click();
    await page.keyboard.press('Control+Enter');
    await page.locator('.result-window').getByText('"openCount"').first().waitFor();
    expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
    await page.context().close();
  });

  it('tells a moderator whose claim ran out, and clears the desk', async () => {
    const late = await pushHeld('过了时间');
    const { page } = await openConsole(browser, hub, 'lead');
    await page.getByText('待审 1').first().waitFor();
    await page.keyboard.press('n');
    await waitForTitle(page, '过了时间');
    hub.clock.advance(16 * 60_000);
    await page.keyboard.press('c');
    await page.getByRole('alert').getByText('领取已失效').waitFor();
    await page.getByRole('button', { name: '领取下一篇' }).waitFor();
    expect((await read(late))?.standing).toBe('HELD');
    await page.context().close();
  });

  describe('for others', () => {
    let open: Page[] = [];
    beforeEach(async () => {
      await Promise.all(open.map((page) => page.context().close()));
      open = [];
    });

    it('says to those outside how to come in', async () => {
      const { page, faults } = await openConsole(browser, hub, null);
      open.push(page);
      await page.getByRole('heading', { name: '请用登录链接进入' }).waitFor();
      expect(faults).toEqual([]);
    });

    it('gives an editor the editor and its examples, but no desk', async () => {
      const { page } = await openConsole(browser, hub, 'editor');
      open.push(page);
      await page.getByRole('button', { name: '所有栏目' }).waitFor();
      expect(await page.getByRole('tab', { name: '审稿' }).count()).toBe(0);
      expect(await page.locator('.examples h3').first().textContent()).toBe('编辑');
    });

    it('speaks English to those who choose it, and remembers', async () => {
      const { page } = await openConsole(browser, hub, 'moderator');
      open.push(page);
      await page.getByRole('button', { name: 'English' }).click();
      await page.reload();
      await page.getByRole('button', { name: /Claim the next post/ }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });

    it('fits a phone', async () => {
      await pushHeld('小屏幕');
      const { page } = await openConsole(browser, hub, 'moderator', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
      open.push(page);
      await page.getByText(/待审 [1-9]/).first().waitFor();
      await page.getByRole('button', { name: '领取下一篇' }).tap();
      await page.getByRole('button', { name: '移除' }).tap();
      await page.getByLabel('理由').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    });
  });
});
