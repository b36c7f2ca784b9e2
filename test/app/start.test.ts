import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAlive, runCommand, runHub, temporaryFolder } from '../support/run-hub.js';

interface Figures {
  data: { unit: { statistics: { totals: { received: number } } } };
}

const FIGURES = '{ unit(code: "longjiang") { statistics(from: "2026-01-01", to: "2035-01-01") { totals { received } } } }';

describe('hub start', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  const ask = async (url: string, token: string, query: string) => {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query }) });
    return (await answer.json());
  };

  it('brings up the demo, stops cleanly on Ctrl-C, and keeps everything for the next start', async () => {
    const first = await runHub(folder.path);
    const file = join(folder.path, 'demo.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { tokens, signIn } = first.demo;
    for (const token of [tokens.aggregator, tokens.moderator, tokens.moderator2, tokens.lead, tokens.editor, tokens.editor2, tokens.organiser, tokens.operator, tokens.dashboard, ...Object.values(tokens.partner)]) {
      expect(await ask(first.demo.url, token, '{ viewer { __typename } }')).toMatchObject({ data: { viewer: { __typename: expect.any(String) } } });
    }
    expect(Object.keys(tokens.partner)).toHaveLength(8);
    const session = await fetch(signIn['moderator'] ?? '', { redirect: 'manual' });
    expect([session.status, session.headers.get('location')]).toEqual([303, '/console/']);
    expect(session.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await fetch(signIn['moderator'] ?? '', { redirect: 'manual' })).status).toBe(401);
    const before = (await ask(first.demo.url, tokens.dashboard, FIGURES)) as Figures;
    expect(before.data.unit.statistics.totals.received).toBeGreaterThanOrEqual(0);
    const parts = await first.parts();
    expect([parts.api.length, parts.worker.length]).toEqual([1, 1]);
    expect(parts.postgres.length).toBeGreaterThan(0);
    expect(await first.interrupt()).toBe(0);
    expect([...parts.api, ...parts.worker, ...parts.postgres].filter(isAlive)).toEqual([]);

    const second = await runHub(folder.path);
    expect(second.demo.tokens).toEqual(tokens);
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const now = (await ask(second.demo.url, tokens.dashboard, FIGURES)) as Figures;
      if (now.data.unit.statistics.totals.received === 120) break;
      await pause(100);
    }
    expect(await ask(second.demo.url, tokens.dashboard, FIGURES)).toEqual({ data: { unit: { statistics: { totals: { received: 120 } } } } });
    expect((await readFile(file, 'utf8')).includes(second.demo.url)).toBe(true);
    const last = await second.parts();
    second.process.kill('SIGKILL');
    for (let attempt = 0; attempt < 600 && [...last.api, ...last.worker, ...last.postgres].some(isAlive); attempt += 1) await pause(50);
    expect([...last.api, ...last.worker, ...last.postgres].filter(isAlive)).toEqual([]);
  }, 180_000);

  it.each([
    ['PORT', 'ninety'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['HUB_TIME_ZONE', 'Mars/Olympus'],
  ])('says in one sentence what is wrong with %s=%s and exits 2', async (name, value) => {
    const { code, stderr } = await runCommand(['start'], { HUB_DATA_DIR: folder.path, [name]: value });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(name);
  });

  it('says in one sentence that the port is taken and exits 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const own = await temporaryFolder();
    try {
      const { code, stderr } = await runCommand(['start'], { HUB_DATA_DIR: own.path, PORT: String(port), DATABASE_URL: '' });
      expect(code).toBe(2);
      expect(stderr).toContain(`Port ${port} is taken`);
    } finally {
      other.close();
      await own.remove();
    }
  });
});
