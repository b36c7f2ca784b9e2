import { setTimeout as pause } from 'node:timers/promises';
import { pushRows } from '../demo/push-rows.js';
import { generatePosts } from './generate-posts.js';
import { startProcess } from './processes.js';

const POSTS = 40;
const PATIENCE_MS = 10_000;
const FEED = JSON.stringify({ query: '{ feed(slug: "harbin") { items(first: 100) { nodes { post { title } } } } }' });

/** Milliseconds from the answer to the site's withdrawal until a carrier no longer showed the post, one a carrier and post. */
export async function measureTakedown(hubModule: string, databaseUrl: string, token: string): Promise<number[]> {
  const [first, second, worker] = await Promise.all([startProcess(hubModule, ['api'], databaseUrl), startProcess(hubModule, ['api'], databaseUrl), startProcess(hubModule, ['worker'], databaseUrl)]);
  const carriers = [first.url, second.url].flatMap((url) => [() => ask(`${url}/graphql`), () => text(`${url}/feeds/harbin.atom`), () => text(`${url}/feeds/harbin.json`)]);
  const times: number[] = [];
  try {
    const posts = generatePosts(5_000_000, POSTS).map((post, n) => ({ ...post, title: `下架 ${n} 号`, unitCode: 'harbin', publishedAt: new Date(Date.now() - n * 1000).toISOString() }));
    await pushRows({ url: first.url, token }, posts);
    for (const { externalId, title } of posts as { externalId?: string; title: string }[]) {
      await Promise.all(carriers.map((carrier) => until(carrier, title, true)));
      await withdraw(first.url, token, externalId ?? '');
      const started = performance.now();
      times.push(...(await Promise.all(carriers.map(async (carrier) => (await until(carrier, title, false)) - started))));
    }
  } finally {
    await Promise.all([first, second, worker].map((part) => part.stop()));
  }
  return times.sort((a, b) => a - b);
}

async function until(carrier: () => Promise<string>, title: string, shown: boolean): Promise<number> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(2)) {
    if ((await carrier()).includes(`${title}`) === shown) return performance.now();
  }
  throw new Error(`"${title}" was ${shown ? 'never shown' : 'still shown'} after ${PATIENCE_MS} ms.`);
}

async function ask(url: string): Promise<string> {
  return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: FEED })).text();
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function withdraw(url: string, token: string, externalId: string): Promise<void> {
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'mutation ($id: String!) { withdrawPost(input: {externalId: $id, reason: "bench"}) { userErrors { code } } }', variables: { id: externalId } }),
  });
}
