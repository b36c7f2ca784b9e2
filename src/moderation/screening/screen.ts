import { compilePolicyPack, type CompiledPolicy } from '../policy/compile-policy-pack.js';
import type { PolicyPack, SeverityLevel } from '../policy/policy-pack.js';
import type { Check } from './checks.js';
import { ruleKey, type Finding } from './finding.js';
import { lexiconCheck } from './lexicon-check.js';
import { personalDataCheck } from './personal-data-check.js';
import { readDocument, type ScreenedDocument, type ScreenInput } from './screened-document.js';
import { triage } from './triage.js';

export type { Finding } from './finding.js';
export type { ScreenInput, Span } from './screened-document.js';

/** The checks in their order. */
export const CHECKS: readonly Check[] = [lexiconCheck, personalDataCheck];

export interface CheckOutcome {
  readonly check: string;
  readonly outcome: 'PASSED' | 'FOUND' | 'SKIPPED' | 'FAILED';
  readonly reason?: string;
}

export interface ScreenResult {
  readonly id: string;
  readonly outcome: 'CLEAR' | 'HOLD';
  /** 0 … 1; see triage. */
  readonly risk: number;
  /** Where the post waits for a person, how grave it is and how long it may wait; null if it is clear. */
  readonly queue: string | null;
  readonly severity: SeverityLevel | null;
  readonly dueInMinutes: number | null;
  readonly findings: readonly Finding[];
  /** What every check did: together they explain the outcome. */
  readonly checks: readonly CheckOutcome[];
  /** Rules that matched and were set aside, as `check/rule`; absent if none was. */
  readonly setAside?: readonly string[];
}

export interface Screener {
  readonly packVersion: string;
  /** @param setAside rules, as `check/rule`, whose findings shall not count: the brake took them out */
  screen(input: ScreenInput, setAside?: ReadonlySet<string>): ScreenResult;
}

/**
 * Makes a screener for one version of the policy. Screening is pure: no database, no clock, the same answer every time.
 * It never throws: a check that does is an outcome, and its post is held.
 *
 * @param checks the checks to run, in order; all of them unless a backtest asks for fewer
 * @throws Error if the pack cannot be compiled; a parsed one can, unless its terms are too many
 */
export function createScreener(pack: PolicyPack, checks: readonly Check[] = CHECKS): Screener {
  const policy = compilePolicyPack(pack);
  return {
    packVersion: pack.version,
    screen(input, setAside) {
      const document = readDocument(input);
      const reports = checks.map((check) => runCheck(check, document, policy));
      const { findings, aside } = withoutBraked(reports.flatMap((report) => report.findings), setAside);
      const outcomes = reports.map((report) => report.outcome);
      const failed = outcomes.some(({ outcome }) => outcome === 'FAILED');
      const result = { id: input.id, ...triage(findings, failed, pack), findings, checks: outcomes };
      if (aside.length === 0) return result;
      return { ...result, checks: [...outcomes, { check: 'brake', outcome: 'SKIPPED', reason: `set aside by the brake: ${aside.join(', ')}` }], setAside: aside };
    },
  };
}

function withoutBraked(findings: readonly Finding[], setAside: ReadonlySet<string> | undefined): { findings: readonly Finding[]; aside: readonly string[] } {
  const aside = setAside === undefined ? [] : findings.map(ruleKey).filter((rule) => setAside.has(rule));
  return aside.length === 0 ? { findings, aside } : { findings: findings.filter((finding) => !aside.includes(ruleKey(finding))), aside: [...new Set(aside)] };
}

function runCheck(check: Check, document: ScreenedDocument, policy: CompiledPolicy): { findings: readonly Finding[]; outcome: CheckOutcome } {
  try {
    const { findings, skipped, note } = check.run(document, policy);
    const reason = skipped ?? note;
    const outcome = skipped !== undefined ? 'SKIPPED' : findings.length > 0 ? 'FOUND' : 'PASSED';
    return { findings, outcome: { check: check.name, outcome, ...(reason !== undefined && { reason }) } };
  } catch (error) {
    return { findings: [], outcome: { check: check.name, outcome: 'FAILED', reason: error instanceof Error ? error.message : 'unknown' } };
  }
}
