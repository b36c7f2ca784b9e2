import { HubError } from '../platform/index.js';
import type { ManifestProblem } from './manifest/manifest-problem.js';

/** A manifest that cannot be imported, with every problem found; its message names the first one's line and field. */
export class ManifestError extends HubError {
  constructor(readonly problems: readonly ManifestProblem[]) {
    super('BAD_MANIFEST', sentence(problems));
    this.name = 'ManifestError';
  }
}

/** Where a problem is, for a person: `line 12: units[3].parent`. */
export function placeOf({ line, field }: ManifestProblem): string {
  return field === '' ? `line ${line}` : `line ${line}: ${field}`;
}

function sentence(problems: readonly ManifestProblem[]): string {
  const [first, ...others] = problems;
  if (first === undefined) return 'The manifest cannot be imported.';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `The manifest cannot be imported: ${placeOf(first)} ${first.message}${more}.`;
}
