import autocannon from 'autocannon';
import { fileURLToPath } from 'node:url';
import { median } from './median.js';
import { startProcess } from './processes.js';

const PAGE = `query Page($slug: String!) { feed(slug: $slug) { slug items(first: 20) { nodes { promotedAt post { id title url authorName publishedAt strand unit { code name } site { code name } } } pageInfo { hasNextPage } } } }`;

const WARMING_REQUESTS = 3_000;
const SECONDS = 2;
const ROUNDS = 7;
const CONNECTIONS = 32;

/** Requests a second of each contender, median of the rounds; contenders take turns so that noise hits all alike. */
export interface FeedFigures {
  readonly cached: number;
  readonly uncached: number;
  /** node:http and one SQL statement. */
  readonly handWritten: number;
  /** Mercurius with JIT over the same statement. */
  readonly mercurius: number;
}

export async function measureFeed(hubModule: string, databaseUrl: string, slug: string): Promise<FeedFigures> {
  const rivalOf = (file: string) => startProcess(fileURLToPath(new URL(file, import.meta.url)), [], databaseUrl);
  const [api, handWritten, mercurius] = await Promise.all([startProcess(hubModule, ['api'], databaseUrl), rivalOf('./rival-server.js'), rivalOf('./mercurius-server.js')]);
  const rates: Record<keyof FeedFigures, number[]> = { cached: [], uncached: [], handWritten: [], mercurius: [] };
  const same = JSON.stringify({ query: PAGE, variables: { slug } });
  let n = 0;
  const contenders: readonly (readonly [keyof FeedFigures, url: string, bodyOf: () => string])[] = [
    ['cached', `${api.url}/graphql`, () => same],
    // a body never seen before: the kept answers cannot help
    ['uncached', `${api.url}/graphql`, () => JSON.stringify({ query: PAGE, variables: { slug }, extensions: { n: (n += 1) } })],
    ['handWritten', handWritten.url, () => JSON.stringify({ slug })],
    ['mercurius', mercurius.url, () => same],
  ];
  try {
    // servers run for weeks: what they need to get warm does not count
    for (const [, url, bodyOf] of contenders) await load(url, bodyOf, { amount: WARMING_REQUESTS });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, url, bodyOf] of contenders) rates[name].push(await load(url, bodyOf, { duration: SECONDS }));
    }
  } finally {
    await Promise.all([api, handWritten, mercurius].map((part) => part.stop()));
  }
  return { cached: median(rates.cached), uncached: median(rates.uncached), handWritten: median(rates.handWritten), mercurius: median(rates.mercurius) };
}

/** @returns requests a second */
async function load(url: string, bodyOf: () => string, extent: { amount: number } | { duration: number }): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    ...extent,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, body: bodyOf() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed.`);
  return result.requests.average;
}
