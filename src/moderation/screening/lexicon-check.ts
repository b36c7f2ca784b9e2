import type { CompiledPolicy, CompiledRule } from '../policy/compile-policy-pack.js';
import type { Check } from './checks.js';
import { placeSpans, type Finding } from './finding.js';
import type { Places } from './find-terms.js';
import { findInScope, isExcused, type Stretch } from './read-stance.js';
import type { ScreenedDocument } from './screened-document.js';

const NAME = 'lexicon';
/** Matches of one rule that are kept. */
const MOST_MATCHES = 10;
/** Matches of one rule that stances may excuse; a post with more is not quoting. */
const MOST_EXCUSED = 2_000;

type Found = (symbol: number) => Places | undefined;

interface RuleMatches {
  readonly stretches: readonly Stretch[];
  readonly excusedBy: ReadonlySet<string>;
}

/**
 * The policy pack's rules: words that stand together, unless a stance says that they are quoted, denied, reported,
 * debunked or told. One finding a rule, with all of its places.
 */
export const lexiconCheck: Check = {
  name: NAME,
  run(document, policy) {
    const found: Found = (symbol) => document.places.get(symbol);
    const matches = policy.rules.map((rule) => ({ rule, ...matchRule(rule, document, found) }));
    const excused = new Set(matches.flatMap(({ stretches, excusedBy }) => (stretches.length === 0 ? [...excusedBy] : [])));
    return {
      findings: matches.filter(({ stretches }) => stretches.length > 0).map(({ rule, stretches }) => describe(rule, stretches, document, policy)),
      ...(excused.size > 0 && { note: `set aside by stance: ${[...excused].sort().join(', ')}` }),
    };
  },
};

function matchRule({ any, all, guards, rule }: CompiledRule, { segments }: ScreenedDocument, found: Found): RuleMatches {
  const anchors = found(any);
  const groups = all.map(found);
  const stretches: Stretch[] = [];
  const excusedBy = new Set<string>();
  let excused = 0;
  if (anchors === undefined) return { stretches, excusedBy };
  for (let index = 0; index < anchors.ends.length && stretches.length < MOST_MATCHES; index += 1) {
    const anchor = { start: anchors.starts[index] ?? 0, end: anchors.ends[index] ?? 0 };
    const companions = groups.flatMap((places) => {
      const companion = places && findInScope(places, anchor, rule.within, segments, ({ start, end }) => start < anchor.start || end > anchor.end);
      return companion ? [companion] : [];
    });
    if (companions.length < groups.length) continue;
    const guard = excused < MOST_EXCUSED ? guards.find((candidate) => isExcused(candidate, [anchor, ...companions], segments, found)) : undefined;
    if (guard === undefined) stretches.push(anchor, ...companions);
    else {
      excused += 1;
      excusedBy.add(guard.guard.id);
    }
  }
  return { stretches, excusedBy };
}

function describe({ rule }: CompiledRule, stretches: readonly Stretch[], document: ScreenedDocument, { pack }: CompiledPolicy): Finding {
  const usual = pack.categories.find(({ code }) => code === rule.category)?.severity ?? 1;
  return {
    check: NAME,
    rule: rule.id,
    category: rule.category,
    severity: rule.severity ?? usual,
    confidence: rule.confidence,
    explanation: rule.explanation,
    ...placeSpans(document, stretches),
  };
}
