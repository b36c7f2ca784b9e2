import { compilePolicyPack, type CompiledPolicy } from '../policy/compile-policy-pack.js';
import type { PolicyPack, SeverityLevel } from '../policy/policy-pack.js';
import type { Advice, Check } from './checks.js';
import { copyCheck } from './copy-check.js';
import { ruleKey, type Finding } from './finding.js';
import { floodCheck } from './flood-check.js';
import { lexiconCheck } from './lexicon-check.js';
import { linkCheck } from './link-check.js';
import { mediaCheck } from './media-check.js';
import { createModelCheck } from './model-check.js';
import { shippedModels } from './model/shipped-models.js';
import { personalDataCheck } from './personal-data-check.js';
import { readDocument, type ScreenedDocument, type ScreenInput } from './screened-document.js';
import { type FamilyOdds, familyOf, triage } from './triage.js';

export type { Finding } from './finding.js';
export type { ScreenInput, Span } from './screened-document.js';

/** All checks in their order. */
export function allChecks(): readonly Check[] {
  return [lexiconCheck, createModelCheck(shippedModels()), personalDataCheck, linkCheck, copyCheck, floodCheck, mediaCheck];
}

export interface CheckOutcome {
  readonly check: string;
  readonly outcome: 'PASSED' | 'FOUND' | 'SKIPPED' | 'FAILED';
  readonly reason?: string;
  readonly advice?: Advice;
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
export function createScreener(pack: PolicyPack, checks: readonly Check[] = allChecks()): Screener {
  const policy = compilePolicyPack(pack);
  return {
    packVersion: pack.version,
    screen(input, setAside) {
      const document = readDocument(input, policy);
      const reports = checks.map((check) => runCheck(check, document, policy));
      const { findings, aside, silenced } = withoutBraked(reports.flatMap((report) => report.findings), setAside);
      const odds = new Map(reports.flatMap((report) => [...(report.odds ?? [])]).filter(([family]) => !silenced.has(family)));
      const outcomes = reports.map((report) => report.outcome);
      const failed = outcomes.some(({ outcome }) => outcome === 'FAILED');
      const result = { id: input.id, ...triage(findings, odds, failed, pack), findings, checks: outcomes };
      if (aside.length === 0) return result;
      return { ...result, checks: [...outcomes, { check: 'brake', outcome: 'SKIPPED', reason: `set aside by the brake: ${aside.join(', ')}` }], setAside: aside };
    },
  };
}

interface Report {
  readonly findings: readonly Finding[];
  readonly odds?: FamilyOdds | undefined;
  readonly outcome: CheckOutcome;
}

/** Findings without those of braked rules; a model whose finding is set aside is not heard on that family at all. */
function withoutBraked(findings: readonly Finding[], setAside: ReadonlySet<string> = new Set()): { findings: readonly Finding[]; aside: readonly string[]; silenced: ReadonlySet<string> } {
  const aside = findings.filter((finding) => setAside.has(ruleKey(finding)));
  return {
    findings: findings.filter((finding) => !aside.includes(finding)),
    aside: [...new Set(aside.map(ruleKey))],
    silenced: new Set(aside.filter(({ check }) => check === 'model').map(familyOf)),
  };
}

function runCheck(check: Check, document: ScreenedDocument, policy: CompiledPolicy): Report {
  try {
    const { findings, odds, skipped, note, advice } = check.run(document, policy);
    const reason = skipped ?? note;
    const outcome = skipped !== undefined ? 'SKIPPED' : findings.length > 0 ? 'FOUND' : 'PASSED';
    return { findings, odds, outcome: { check: check.name, outcome, ...(reason !== undefined && { reason }), ...(advice !== undefined && { advice }) } };
  } catch (error) {
    return { findings: [], outcome: { check: check.name, outcome: 'FAILED', reason: error instanceof Error ? error.message : 'unknown' } };
  }
}
