import { firstScreener } from '../moderation/index.js';
import { generatePosts } from './generate-posts.js';
import { median } from './median.js';

const POSTS = 1_000;
const LENGTH = 300;
const ROUNDS = 5;
const LONG = 100_000;
const LONG_ROUNDS = 100;
const FEW = 10;

export interface ScreeningFigures {
  /** Posts of 300 characters that one core screens in a second of its own time. */
  readonly postsASecond: number;
  /** How much more a post of 100,000 characters costs than ten posts of 10,000 that it could be cut into. */
  readonly growth: number;
  /** Milliseconds for a post of 100,000 characters; 99 of 100 take no longer. */
  readonly longest: number;
  /** Kilobytes of garbage that a post of 300 characters leaves. */
  readonly garbage: number;
}

/** The whole of screening in this process, without a database. Times are the processor's, which other work bends least. */
export function measureScreening(): ScreeningFigures {
  const screener = firstScreener();
  const words = generatePosts(0, 2_000).map(({ html }) => String(html).replace(/<[^>]+>/g, '')).join('\n');
  const posts = Array.from({ length: POSTS }, (_unused, index) => words.slice(index * LENGTH, (index + 1) * LENGTH));
  const screen = (text: string): void => void screener.screen({ id: 'bench', text });
  const screenAll = (): void => posts.forEach(screen);
  screenAll();
  const rounds = Array.from({ length: ROUNDS }, () => timeOf(screenAll));
  const longest = words.slice(0, LONG);
  const tenths = Array.from({ length: 10 }, (_unused, index) => longest.slice((index * LONG) / 10, ((index + 1) * LONG) / 10));
  const long = Array.from({ length: LONG_ROUNDS }, () => timeOf(() => screen(longest))).sort((a, b) => a - b);
  const cut = Array.from({ length: LONG_ROUNDS }, () => timeOf(() => tenths.forEach(screen)));
  return {
    postsASecond: POSTS / (median(rounds) / 1_000),
    growth: median(long) / median(cut),
    longest: long[Math.ceil(LONG_ROUNDS * 0.99) - 1] ?? 0,
    garbage: garbageOf(posts, screen) / 1_024,
  };
}

/** Milliseconds of processor time. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Bytes that a post leaves behind: what the heap grows by over a few posts; a growth below nothing had a collection in it. */
function garbageOf(posts: readonly string[], screen: (text: string) => void): number {
  const inUse = (): number => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const grown: number[] = [];
  for (let from = 0; from + FEW <= posts.length; from += FEW) {
    const before = inUse();
    posts.slice(from, from + FEW).forEach(screen);
    grown.push((inUse() - before) / FEW);
  }
  return median(grown.filter((bytes) => bytes > 0));
}
