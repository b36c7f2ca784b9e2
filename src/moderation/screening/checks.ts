import type { CompiledPolicy } from '../policy/compile-policy-pack.js';
import type { Finding } from './finding.js';
import type { ScreenedDocument } from './screened-document.js';

/** A sentence for people. */
export interface Advice {
  readonly zh: string;
  readonly en: string;
}

/** What a check has to say about one post. */
interface CheckReport {
  readonly findings: readonly Finding[];
  /** Why the check did not look, if it didn't. */
  readonly skipped?: string;
  /** What a person should know although nothing was found. */
  readonly note?: string;
  /** How probable the check thinks each family of offences, by family; 0 … 1. */
  readonly odds?: ReadonlyMap<string, number>;
  /** What the site and editors may wish to mend, without consequences for the post. */
  readonly advice?: Advice;
}

/** A small pure function from a post to findings. A check that throws has failed, and its post is held. */
export interface Check {
  readonly name: string;
  run(document: ScreenedDocument, policy: CompiledPolicy): CheckReport;
}
