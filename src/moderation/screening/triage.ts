import type { PolicyPack, SeverityLevel } from '../policy/policy-pack.js';
import type { Finding } from './finding.js';

/** What becomes of a post: shown at once, or seen by a person first. */
export interface Triage {
  readonly outcome: 'CLEAR' | 'HOLD';
  /** 0 … 1. */
  readonly risk: number;
  readonly queue: string | null;
  readonly severity: SeverityLevel | null;
  readonly dueInMinutes: number | null;
}

/** How probable a model thinks each family of offences; empty if none was asked. */
export type FamilyOdds = ReadonlyMap<string, number>;

/**
 * Weighs findings into the risk of the post: that of its worst family of offences. What the rules say of a family (were
 * they independent: noisy-or, `1 - Π(1 - confidence)`) is added, in log-odds, to what the models say of it: words that
 * a model has learnt to be innocent do not hold a post, and weak signs that agree do. What other checks found (a copy,
 * a flood, a number) are facts that no model can shake, and so is a rule as sure as the policy's `aloneFrom`. From `holdAt` on, or if a check failed, a person decides; the most severe finding names
 * the queue, and the queue says by when.
 */
export function triage(findings: readonly Finding[], odds: FamilyOdds, failed: boolean, pack: PolicyPack): Triage {
  const { holdAt, failedCheck } = pack.triage;
  const families = new Set([...odds.keys(), ...findings.map(familyOf)]);
  const weighed = Math.max(0, ...[...families].map((family) => riskOf(findings.filter((finding) => familyOf(finding) === family), odds.get(family), pack)));
  const risk = round(failed ? Math.max(weighed, holdAt) : weighed);
  if (!failed && risk < holdAt) return { outcome: 'CLEAR', risk, queue: null, severity: null, dueInMinutes: null };
  const [gravest] = [...findings].sort((a, b) => b.severity - a.severity || b.confidence - a.confidence);
  const queue = pack.categories.find(({ code }) => code === gravest?.category)?.queue ?? failedCheck.queue;
  const severity = gravest?.severity ?? failedCheck.severity;
  const dueInMinutes = pack.queues.find(({ code }) => code === queue)?.dueInMinutes[severity] ?? null;
  return { outcome: 'HOLD', risk, queue, severity, dueInMinutes };
}

/** What a category belongs to: the part before the dot. */
export function familyOf({ category }: Pick<Finding, 'category'>): string {
  return category.split('.')[0] ?? category;
}

function riskOf(findings: readonly Finding[], probability: number | undefined, { triage: { ruleWeight, aloneFrom } }: PolicyPack): number {
  const own = findings.filter(({ check }) => check !== 'model');
  const said = noisyOr(own);
  if (probability === undefined) return said;
  const unshaken = noisyOr(own.filter(({ check, confidence }) => check !== 'lexicon' || confidence >= aloneFrom));
  return Math.max(unshaken, fromOdds(toOdds(probability) + ruleWeight * said));
}

function noisyOr(findings: readonly Finding[]): number {
  return 1 - findings.reduce((doubt, { confidence }) => doubt * (1 - confidence), 1);
}

const CERTAIN = 1e-6;

function toOdds(probability: number): number {
  const bounded = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
  return Math.log(bounded / (1 - bounded));
}

function fromOdds(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function round(risk: number): number {
  return Math.round(risk * 10_000) / 10_000;
}
