import type { PolicyCategory, PolicyPack } from '../policy/policy-pack.js';
import type { Check } from './checks.js';
import { MOST_SPANS, placeSpans, type Finding } from './finding.js';
import { findWords } from './links/find-words.js';
import { isBareAddress, isLookalike, isUnder } from './links/judge-host.js';
import { type Link, scanLinks } from './links/scan-links.js';
import { plainSigns } from './plain-signs.js';
import { joinSpans, type ScreenedDocument, type Span } from './screened-document.js';

const NAME = 'links';
const CATEGORY = 'deception.spam';

type LinksPolicy = NonNullable<PolicyPack['links']>;
type Sentence = Finding['explanation'];

/** A link that leads away from the post's own site to a host that nobody vouches for. */
interface ForeignLink extends Link {
  readonly field: 'title' | 'text';
}

/**
 * Links and contacts that lead readers away. Each is a hint with little weight: one link is never enough, but a link, a
 * contact and a bargain together are.
 */
export const linkCheck: Check = {
  name: NAME,
  run(document, { pack }) {
    const category = pack.categories.find(({ code }) => code === CATEGORY);
    if (category === undefined || pack.links === undefined) return { findings: [], skipped: 'the policy says nothing about links' };
    const links = foreignLinks(document, pack.links);
    return { findings: [...linkFindings(document, links, pack.links, category), ...leadFindings(document, links, pack.links, category)] };
  },
};

function foreignLinks({ input }: ScreenedDocument, { trusted }: LinksPolicy): ForeignLink[] {
  const own = input.circumstances === undefined ? [] : [hostOf(input.circumstances.siteUrl)];
  const all = [
    ...scanLinks(plainSigns(input.title ?? '')).map((link) => ({ ...link, field: 'title' as const })),
    ...scanLinks(plainSigns(input.text)).map((link) => ({ ...link, field: 'text' as const })),
  ];
  return all.filter(({ host }) => !isUnder(host, trusted) && !isUnder(host, own));
}

/** Host of a site's address, `www.` aside: what lies below it is the site's own. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function linkFindings(document: ScreenedDocument, links: readonly ForeignLink[], policy: LinksPolicy, category: PolicyCategory): Finding[] {
  const { confidence } = policy;
  const found = (rule: string, sure: number, explanation: Sentence, of: readonly ForeignLink[]): Finding[] =>
    of.length === 0 ? [] : [{ check: NAME, rule, category: category.code, severity: category.severity, confidence: sure, explanation, ...spansOf(document, of) }];
  return [
    ...found('link-shortened', confidence.shortened, { zh: '短链接，看不出通向哪里。', en: 'A shortened link hides where it leads.' }, links.filter(({ host }) => isUnder(host, policy.shorteners))),
    ...found('link-bare-address', confidence.bareAddress, { zh: '链接指向没有域名的地址。', en: 'A link leads to an address without a name.' }, links.filter(({ host }) => isBareAddress(host))),
    ...found('link-lookalike', confidence.lookalike, { zh: '链接的域名仿冒知名网站，或用形近字母写成。', en: 'A link imitates a well-known host, or is written in letters that look alike.' }, links.filter(({ host }) => isLookalike(host, policy.imitated))),
    ...found('links-to-one-host', confidence.manyLinks, { zh: '多处链接指向同一外部网站。', en: 'Many links lead to the same foreign host.' }, mostLinked(links, policy.manyToOneHost)),
  ];
}

function mostLinked(links: readonly ForeignLink[], many: number): ForeignLink[] {
  const counts = new Map<string, number>();
  for (const { host } of links) counts.set(host, (counts.get(host) ?? 0) + 1);
  return links.filter(({ host }) => (counts.get(host) ?? 0) >= many);
}

/** Two of link, contact and bargain are a hint; all three are a lead. */
function leadFindings(document: ScreenedDocument, links: readonly ForeignLink[], policy: LinksPolicy, category: PolicyCategory): Finding[] {
  const contacts = findWords(document.text, policy.contacts, MOST_SPANS);
  const bargains = findWords(document.text, policy.bargains, MOST_SPANS);
  const parts = [links, contacts, bargains].filter(({ length }) => length > 0).length;
  if (parts < 2) return [];
  const words = placeSpans(document, [...contacts, ...bargains]);
  const linked = spansOf(document, links);
  return [
    {
      check: NAME,
      rule: parts === 3 ? 'lead-complete' : 'lead-hint',
      category: category.code,
      severity: category.severity,
      confidence: parts === 3 ? policy.confidence.lead : policy.confidence.hint,
      explanation: { zh: '链接、联系方式与优惠招揽合在一起，把读者引向别处。', en: 'Links, contacts and bargains together lead readers elsewhere.' },
      spans: joinSpans([...words.spans, ...linked.spans], document.input.text, MOST_SPANS),
      titleSpans: joinSpans([...words.titleSpans, ...linked.titleSpans], document.input.title ?? '', MOST_SPANS),
    },
  ];
}

function spansOf({ input }: ScreenedDocument, links: readonly ForeignLink[]): Pick<Finding, 'spans' | 'titleSpans'> {
  const of = (field: 'title' | 'text'): Span[] => {
    const written = input[field] ?? '';
    return joinSpans(links.filter((link) => link.field === field).map(({ start, end }) => ({ start, end, text: written.slice(start, end) })), written, MOST_SPANS);
  };
  return { spans: of('text'), titleSpans: of('title') };
}
