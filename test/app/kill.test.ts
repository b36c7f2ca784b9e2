import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generatePosts } from '../../src/bench/generate-posts.js';
import { pushRows } from '../../src/demo/push-rows.js';
import { type RunningHub, runCommand, runHub, temporaryFolder } from '../support/run-hub.js';

const POSTS = 10_000;
const BATCH = 250;

describe('kill -9 in the middle of a large push', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let hub: RunningHub;
  beforeAll(async () => {
    folder = await temporaryFolder();
    hub = await runHub(folder.path);
  });
  afterAll(async () => {
    await hub.interrupt();
    await folder.remove();
  });

  const received = async () => {
    const answer = await fetch(`${hub.demo.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.demo.tokens.dashboard}` },
      body: JSON.stringify({ query: '{ unit(code: "longjiang") { statistics(from: "2026-01-01", to: "2035-01-01") { totals { received pending } } } }' }),
    }).catch(() => undefined);
    const body = (await answer?.json()) as { data?: { unit: { statistics: { totals: { received: number; pending: number } } } } } | undefined;
    return body?.data?.unit.statistics.totals;
  };
  const kill = async (part: 'api' | 'worker') => {
    const pids = (await hub.parts())[part];
    expect(pids).toHaveLength(1);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  };

  it('loses and doubles nothing', async () => {
    const port = new URL(hub.demo.url).port;
    expect(Number(port)).toBeGreaterThan(0);
    let pushed = 0;
    for (let from = 0; from < POSTS; from += BATCH) {
      const killing = from === 2_500 ? kill('worker') : from === 4_000 ? kill('api') : from === 6_500 ? Promise.all([kill('api'), kill('worker')]) : Promise.resolve();
      const [results] = await Promise.all([pushRows({ url: hub.demo.url, token: hub.demo.tokens.partner['hljwm'] ?? '' }, generatePosts(from, BATCH)), killing]);
      pushed += results.filter((row) => row.outcome === 'CREATED' || row.outcome === 'UNCHANGED').length;
    }
    expect(pushed).toBe(POSTS);
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const totals = await received();
      if (totals?.received === POSTS + 120 && totals.pending === 0) break;
      await pause(100);
    }
    expect(await received()).toEqual({ received: POSTS + 120, pending: 0 });
    const { code, stdout } = await runCommand(['verify'], { HUB_DATA_DIR: folder.path, DATABASE_URL: '' });
    expect(JSON.parse(stdout)).toMatchObject({ drift: 0, ledger: { brokenAt: null } });
    expect(code).toBe(0);
  }, 180_000);
});
