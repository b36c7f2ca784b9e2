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

/**
 * Weighs findings. The risk is the chance that at least one of them is right, were they independent (noisy-or:
 * `1 - Π(1 - confidence)`), so that weak signs add up. From the policy's `holdAt` on, or if a check failed, a person
 * decides; the most severe finding names the queue, and the queue says by when.
 */
export function triage(findings: readonly Finding[], failed: boolean, pack: PolicyPack): Triage {
  const { holdAt, failedCheck } = pack.triage;
  const weighed = 1 - findings.reduce((doubt, { confidence }) => doubt * (1 - confidence), 1);
  const risk = round(failed ? Math.max(weighed, holdAt) : weighed);
  if (!failed && weighed < holdAt) return { outcome: 'CLEAR', risk, queue: null, severity: null, dueInMinutes: null };
  const [gravest] = [...findings].sort((a, b) => b.severity - a.severity || b.confidence - a.confidence);
  const queue = pack.categories.find(({ code }) => code === gravest?.category)?.queue ?? failedCheck.queue;
  const severity = gravest?.severity ?? failedCheck.severity;
  const dueInMinutes = pack.queues.find(({ code }) => code === queue)?.dueInMinutes[severity] ?? null;
  return { outcome: 'HOLD', risk, queue, severity, dueInMinutes };
}

function round(risk: number): number {
  return Math.round(risk * 10_000) / 10_000;
}
