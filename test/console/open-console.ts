import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as playwright, type Page } from 'playwright-core';
import { demoSignInLinks } from '../../src/demo/prepare-demo.js';
import type { TestHub } from '../support/hub.js';

/** What went wrong on a page, or left the hub: must stay empty. */
export interface Watched {
  readonly page: Page;
  /** Errors in the browser's console, the content security policy's among them, and exceptions. */
  readonly faults: string[];
  /** Addresses asked for that aren't the hub's. */
  readonly strangers: string[];
}

/** A real browser, from its npm package. Not with the package's own arguments: they put all pages into one process and lift the web's own guards. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync('dist/console/index.html')) throw new Error('The console is not built: run "npm run build:console" first.');
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'], headless: true });
}

/** The console as a member of the demo sees it after following a sign-in link; without a login as nobody does. */
export async function openConsole(browser: Browser, hub: TestHub, login: string | null, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const watched: Watched = { page, faults: [], strangers: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') watched.faults.push(message.text());
  });
  page.on('pageerror', (fault) => watched.faults.push(fault.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(hub.url).origin && protocol !== 'data:' && protocol !== 'blob:') watched.strangers.push(request.url());
  });
  const links = login === null ? {} : await demoSignInLinks(hub.db, hub.url, hub.clock.now());
  await page.goto(login === null ? `${hub.url}/console/` : (links[login] ?? ''));
  return watched;
}
