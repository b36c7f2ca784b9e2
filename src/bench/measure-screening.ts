import { PerformanceObserver } from 'node:perf_hooks';
import { firstScreener } from '../moderation/index.js';
import { generatePosts } from './generate-posts.js';
import { median } from './median.js';

const POSTS = 1_000;
const LENGTH = 300;
const ROUNDS = 5;
const LONG = 100_000;
const LONG_ROUNDS = 100;

export interface ScreeningFigures {
  /** Posts of 300 characters that one core screens in a second of its own time. */
  readonly postsASecond: number;
  /** How much more a character costs in a post of 100,000 than in one of 10,000. */
  readonly growth: number;
  /** Milliseconds for a post of 100,000 characters; 99 of 100 take no longer. */
  readonly longest: number;
  /** Kilobytes of garbage that a post of 300 characters leaves. */
  readonly garbage: number;
}

/** The whole of screening in this process, without a database. Times are the processor's, which other work bends least. */
export async function measureScreening(): Promise<ScreeningFigures> {
  const screener = firstScreener();
  const words = generatePosts(0, 2_000).map(({ html }) => String(html).replace(/<[^>]+>/g, '')).join('\n');
  const posts = Array.from({ length: POSTS }, (_unused, index) => words.slice(index * LENGTH, (index + 1) * LENGTH));
  const screenAll = (): void => posts.forEach((text) => screener.screen({ id: 'bench', text }));
  screenAll();
  const rounds = Array.from({ length: ROUNDS }, () => timeOf(screenAll));
  const screenLong = (length: number) => (): void => void screener.screen({ id: 'bench', text: words.slice(0, length) });
  const long = Array.from({ length: LONG_ROUNDS }, () => timeOf(screenLong(LONG))).sort((a, b) => a - b);
  const tenth = Array.from({ length: LONG_ROUNDS }, () => timeOf(screenLong(LONG / 10)));
  return {
    postsASecond: POSTS / (median(rounds) / 1_000),
    growth: median(long) / (10 * median(tenth)),
    longest: long[Math.ceil(LONG_ROUNDS * 0.99) - 1] ?? 0,
    garbage: (await garbageOf(screenAll)) / POSTS / 1_024,
  };
}

/** Milliseconds of processor time. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Bytes that were allocated: what the heap grew by, and what was collected from it meanwhile. */
async function garbageOf(work: () => void): Promise<number> {
  let collections = 0;
  const observer = new PerformanceObserver((list) => (collections += list.getEntries().length));
  observer.observe({ entryTypes: ['gc'] });
  const before = process.memoryUsage();
  let allocated = 0;
  let last = before.heapUsed + before.external;
  for (let round = 0; round < ROUNDS; round += 1) {
    work();
    const { heapUsed, external } = process.memoryUsage();
    // A round in which the heap shrank was collected in between: it says nothing.
    if (heapUsed + external > last) allocated = Math.max(allocated, heapUsed + external - last);
    last = heapUsed + external;
    await new Promise((resolve) => setImmediate(resolve));
  }
  observer.disconnect();
  return allocated;
}
