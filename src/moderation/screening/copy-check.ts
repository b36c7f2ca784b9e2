import { type ComparableText, comparable, sharedStretches, similarity } from '../../intake/index.js';
import type { PolicyCategory, PolicyPack } from '../policy/policy-pack.js';
import type { Check } from './checks.js';
import { NO_CIRCUMSTANCES, type Circumstances, type EarlierCopy } from './circumstances.js';
import type { Finding } from './finding.js';
import type { ScreenedDocument } from './screened-document.js';

const NAME = 'copies';
const CATEGORY = 'integrity.copy';
/** Shared stretches that are shown, and the fewest letters worth showing. */
const MOST_STRETCHES = 10;
const SHORTEST_STRETCH = 8;
const LONGEST_TITLE = 60;

type CopiesPolicy = NonNullable<PolicyPack['copies']>;

/**
 * Somebody else's earlier work presented as one's own: almost the same text under another name, without a word of where
 * it comes from. A reprint that names its source is none, whatever source it names.
 */
export const copyCheck: Check = {
  name: NAME,
  run(document, { pack }) {
    const category = pack.categories.find(({ code }) => code === CATEGORY);
    const { circumstances } = document.input;
    if (category === undefined || pack.copies === undefined) return { findings: [], skipped: 'the policy says nothing about copies' };
    if (circumstances === undefined) return { findings: [], skipped: NO_CIRCUMSTANCES };
    if (circumstances.earlierCopies.length === 0) return { findings: [] };
    const text = comparable(document.input.text);
    const copied = findCopied(text, circumstances.earlierCopies, pack.copies);
    if (copied === undefined) return { findings: [] };
    if (isCredited(document, circumstances, pack.copies)) return { findings: [], note: `a credited reprint of "${copied.earlier.title}"` };
    return { findings: [describe(text, copied, circumstances, pack.copies, category)] };
  },
};

interface Copied {
  readonly earlier: EarlierCopy;
  readonly compared: ComparableText;
  readonly alike: number;
}

/** The first of the earlier posts that the text is a copy of. A text of few words is nobody's work. */
function findCopied(text: ComparableText, earlierCopies: readonly EarlierCopy[], policy: CopiesPolicy): Copied | undefined {
  if (text.units.length < policy.shortest) return undefined;
  for (const earlier of earlierCopies) {
    const other = comparable(earlier.text);
    const alike = similarity(text, other, policy.shortest);
    if (alike >= policy.similarity) return { earlier, compared: other, alike };
  }
  return undefined;
}

/** Whether the post says that it comes from elsewhere, in a field or in words. */
function isCredited(document: ScreenedDocument, { originalUrl }: Circumstances, { credits }: CopiesPolicy): boolean {
  if (originalUrl !== null) return true;
  const spoken = credits.unless.reduce((text, words) => text.replaceAll(words, ' '), document.text);
  return credits.any.some((words) => spoken.includes(words));
}

function describe(text: ComparableText, { earlier, compared, alike }: Copied, circumstances: Circumstances, policy: CopiesPolicy, category: PolicyCategory): Finding {
  const { original } = text;
  // What the sites say against the order in which the hub received the two: who copied whom is for a person to see.
  const doubtful = new Date(circumstances.publishedAt) < new Date(earlier.publishedAt);
  const title = earlier.title.length > LONGEST_TITLE ? `${earlier.title.slice(0, LONGEST_TITLE)}…` : earlier.title;
  const percent = Math.floor(alike * 100);
  return {
    check: NAME,
    rule: 'uncredited-copy',
    category: category.code,
    severity: category.severity,
    confidence: doubtful ? policy.confidence / 2 : policy.confidence,
    explanation: {
      zh: `文字与${earlier.siteName}更早的《${title}》（${earlier.authorName}）有${percent}%相同，没有注明出处${doubtful ? '；但本文自称发表在先' : ''}。`,
      en: `${percent}% the same as the earlier “${title}” on ${earlier.siteName} (by ${earlier.authorName}), without a word of its source${doubtful ? '; yet this one claims the earlier date' : ''}.`,
    },
    spans: sharedStretches(text, compared, MOST_STRETCHES, SHORTEST_STRETCH).map(({ start, end }) => ({ start, end, text: original.slice(start, end) })),
    titleSpans: [],
  };
}
