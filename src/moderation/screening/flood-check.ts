import { comparable } from '../../intake/index.js';
import type { Check } from './checks.js';
import { NO_CIRCUMSTANCES } from './circumstances.js';

const NAME = 'flooding';
const CATEGORY = 'deception.spam';

/**
 * The same text pushed again and again: each copy beyond what the policy lets one author or one site push within its
 * window. A site may carry many short comments with the same words, so of those only an author's own count.
 */
export const floodCheck: Check = {
  name: NAME,
  run({ input }, { pack }) {
    const category = pack.categories.find(({ code }) => code === CATEGORY);
    const { circumstances } = input;
    if (category === undefined || pack.copies === undefined) return { findings: [], skipped: 'the policy says nothing about flooding' };
    if (circumstances === undefined) return { findings: [], skipped: NO_CIRCUMSTANCES };
    const { flooding, sharedBylines, shortest } = pack.copies;
    const { authorName, recentByAuthor, recentBySite } = circumstances;
    const byAuthor = recentByAuthor >= flooding.sameAuthor && !sharedBylines.includes(authorName);
    const bySite = !byAuthor && recentBySite >= flooding.sameSite && comparable(input.text).units.length >= shortest;
    if (!byAuthor && !bySite) return { findings: [] };
    const [who, whom, before, most] = byAuthor ? (['作者', 'author', recentByAuthor, flooding.sameAuthor] as const) : (['网站', 'site', recentBySite, flooding.sameSite] as const);
    const hours = Math.round(flooding.withinMinutes / 6) / 10;
    return {
      findings: [
        {
          check: NAME,
          rule: byAuthor ? 'flooding-author' : 'flooding-site',
          category: category.code,
          severity: category.severity,
          confidence: flooding.confidence,
          explanation: {
            zh: `同一${who}在${hours}小时内此前已发来${before}篇几乎相同的内容，超过了${most}篇的上限。`,
            en: `The same ${whom} pushed ${before} posts with almost this text within ${hours} hours before it; ${most} are allowed.`,
          },
          spans: [],
          titleSpans: [],
        },
      ],
    };
  },
};
