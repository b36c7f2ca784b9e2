import { ruleKey, type Finding } from '../screening/finding.js';
import type { ScreenResult } from '../screening/screen.js';

/** What people decided about a post's text: innocent, or a violation of a category. */
export type Verdict = { readonly violates: null } | { readonly violates: string };

export type Judged = Pick<ScreenResult, 'outcome' | 'queue' | 'findings'>;

/** A post of the history under two versions of the policy. */
export interface ReplayedPost {
  readonly postId: string;
  readonly title: string;
  /** null where no decision on this text stands */
  readonly verdict: Verdict | null;
  readonly served: Judged;
  readonly draft: Judged;
  /** Share of its site's cleared posts that people would see, by each version, 0 … 1. */
  readonly servedSampleRate: number;
  readonly draftSampleRate: number;
}

/** Held and cleared posts against people's verdicts. */
interface Counts {
  heldViolations: number;
  heldInnocent: number;
  clearedViolations: number;
  clearedInnocent: number;
}

/** For one category. */
interface CategoryCounts {
  /** Decided posts held with a finding of it, and how many of these people restricted, on whatever ground. */
  named: number;
  namedRight: number;
  /** Posts restricted under it, and how many of these were held, on whatever ground. */
  violations: number;
  caught: number;
}

export interface Example {
  readonly postId: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}

interface Difference {
  count: number;
  /** Posts by `check/rule` of the findings that make the difference. */
  rules: Record<string, number>;
  examples: Example[];
}

type BySide<T> = { served: T; draft: T };

/** What a backtest has counted so far; plain data, kept between batches. */
export interface OutcomeTally {
  posts: number;
  decided: BySide<Counts>;
  categories: Record<string, BySide<CategoryCounts>>;
  newlyHeld: Difference;
  newlyReleased: Difference;
  /** Reviews that would have been opened, by queue; those of samples in expectation. */
  queues: Record<string, BySide<number>>;
}

export function emptyTally(): OutcomeTally {
  const counts = (): Counts => ({ heldViolations: 0, heldInnocent: 0, clearedViolations: 0, clearedInnocent: 0 });
  const difference = (): Difference => ({ count: 0, rules: {}, examples: [] });
  return { posts: 0, decided: { served: counts(), draft: counts() }, categories: {}, newlyHeld: difference(), newlyReleased: difference(), queues: {} };
}

/**
 * Adds posts to a tally. Pure: the tally given stays as it is.
 * @param mostExamples kept of either difference; the first that come
 */
export function tallyOutcomes(before: OutcomeTally, posts: readonly ReplayedPost[], mostExamples: number, sampleQueue: string): OutcomeTally {
  const tally = structuredClone(before);
  for (const post of posts) {
    tally.posts += 1;
    for (const side of ['served', 'draft'] as const) {
      const { outcome, queue } = post[side];
      const reviewed = outcome === 'HOLD' ? { queue: queue ?? sampleQueue, by: 1 } : { queue: sampleQueue, by: side === 'served' ? post.servedSampleRate : post.draftSampleRate };
      (tally.queues[reviewed.queue] ??= { served: 0, draft: 0 })[side] += reviewed.by;
      if (post.verdict !== null) countVerdict(tally, side, post[side], post.verdict);
    }
    const { served, draft } = post;
    if (served.outcome === 'CLEAR' && draft.outcome === 'HOLD') addDifference(tally.newlyHeld, post, draft.findings, mostExamples);
    if (served.outcome === 'HOLD' && draft.outcome === 'CLEAR') addDifference(tally.newlyReleased, post, served.findings, mostExamples);
  }
  return tally;
}

function countVerdict(tally: OutcomeTally, side: 'served' | 'draft', { outcome, findings }: Judged, { violates }: Verdict): void {
  const held = outcome === 'HOLD';
  const counts = tally.decided[side];
  if (violates === null) counts[held ? 'heldInnocent' : 'clearedInnocent'] += 1;
  else counts[held ? 'heldViolations' : 'clearedViolations'] += 1;
  if (held) {
    for (const category of new Set(findings.map((finding) => finding.category))) {
      const named = categoryOf(tally, category)[side];
      named.named += 1;
      if (violates !== null) named.namedRight += 1;
    }
  }
  if (violates !== null) {
    const violated = categoryOf(tally, violates)[side];
    violated.violations += 1;
    if (held) violated.caught += 1;
  }
}

function categoryOf(tally: OutcomeTally, category: string): BySide<CategoryCounts> {
  const none = (): CategoryCounts => ({ named: 0, namedRight: 0, violations: 0, caught: 0 });
  return (tally.categories[category] ??= { served: none(), draft: none() });
}

function addDifference(difference: Difference, { postId, title }: ReplayedPost, findings: readonly Finding[], mostExamples: number): void {
  difference.count += 1;
  for (const rule of new Set(findings.map(ruleKey))) difference.rules[rule] = (difference.rules[rule] ?? 0) + 1;
  if (difference.examples.length < mostExamples) difference.examples.push({ postId, title, findings });
}
