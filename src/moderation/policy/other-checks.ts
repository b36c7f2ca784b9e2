import { z } from 'zod';

const Probability = z.number().gt(0, 'must be above 0').max(1, 'must be at most 1');
/** A sign that is never enough by itself. */
const Hint = Probability.max(0.45, 'must be at most 0.45: one link is never enough');
const Count = z.number().int().positive();
const Words = z.array(z.string().min(1));
const Hosts = z.array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host such as "people.com.cn"'));

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

/** What links and contacts are worth. A host stands for itself and for all hosts below it. */
export const LinksPolicy = z.strictObject({
  /** Hosts that are always fine: news, offices, schools. */
  trusted: Hosts.default([]),
  shorteners: Hosts.default([]),
  /** Well-known hosts that others imitate. */
  imitated: Hosts.default([]),
  /** Links to one foreign host that are many. */
  manyToOneHost: Count.min(2),
  /** Words that hand over a contact, and words that press a bargain. */
  contacts: Words.default([]),
  bargains: Words.default([]),
  /** Hints that a single link can give must not hold a post by themselves. */
  confidence: z.strictObject({ shortened: Hint, bareAddress: Hint, lookalike: Hint, manyLinks: Hint, hint: Hint, lead: Probability }),
});
