import { z } from 'zod';

const Probability = z.number().gt(0, 'must be above 0').max(1, 'must be at most 1');
const Count = z.number().int().positive();
const Words = z.array(z.string().min(1));
const Hosts = z.array(z.string().regex(/^\.?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, 'must be a host, or a dot and the end of hosts'));

/** When a post is a copy, when a copy is credited, and when copies are a flood. */
export const CopiesPolicy = z.strictObject({
  /** Jaccard similarity of the texts' 3-grams from which they are copies. */
  similarity: z.number().min(0.5, 'must be at least 0.5: copies less alike are not found').max(1),
  /** Letters and digits below which only the same text is a copy. */
  shortest: Count,
  /** How sure it is that an uncredited copy of somebody else's post is presented as one's own. */
  confidence: Probability,
  /** Words that name a source, and words in which they do not. */
  credits: z.strictObject({ any: Words.min(1), unless: Words.default([]) }),
  /** Bylines that many share, so that two posts under one of them need not be by the same hand. */
  sharedBylines: Words.default([]),
  flooding: z.strictObject({
    withinMinutes: Count,
    /** Copies that one author, and one site, may push within that time. */
    sameAuthor: Count,
    sameSite: Count,
    confidence: Probability,
  }),
});

/** What links and contacts are worth. A host that begins with a dot stands for all hosts that end so. */
export const LinksPolicy = z.strictObject({
  /** Hosts that are always fine: news, offices, schools. */
  trusted: Hosts.default([]),
  shorteners: Hosts.default([]),
  /** Well-known names that look-alike hosts imitate, e.g. `people.com.cn`. */
  imitated: Hosts.default([]),
  /** Links to one foreign host that are many. */
  manyToOneHost: Count,
  /** Words that hand over a contact, and words that press a bargain. */
  contacts: Words.default([]),
  bargains: Words.default([]),
  confidence: z.strictObject({
    shortened: Probability,
    bareAddress: Probability,
    lookalike: Probability,
    manyLinks: Probability,
    foreign: Probability,
    contact: Probability,
    bargain: Probability,
  }),
});
