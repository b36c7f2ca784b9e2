import { z } from 'zod';

import { BrakeSettings } from './brake-settings.js';
import { SamplingSettings } from './sampling-settings.js';

const Sentence = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Severity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const Code = z.string().regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?$/, 'must be a code such as "incivility.insult"');
const Identifier = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens');
const Probability = z.number().gt(0, 'must be above 0').max(1, 'must be at most 1');
const Terms = z.array(z.string().min(1)).min(1);
const Minutes = z.number().int().positive();

const Queue = z.strictObject({
  code: Identifier,
  name: Sentence,
  /** Minutes within which a person should decide, by severity. */
  dueInMinutes: z.strictObject({ 1: Minutes, 2: Minutes, 3: Minutes, 4: Minutes }),
});

const Category = z.strictObject({
  code: Code,
  definition: Sentence,
  examples: z.strictObject({ in: z.string().min(1), out: z.string().min(1) }),
  severity: Severity,
  queue: Identifier,
  usualAction: z.enum(['RETURN', 'REMOVE', 'ESCALATE']),
});

const GuardKind = z.enum(['quotation', 'negation', 'reporting', 'debunking', 'idiom', 'fiction', 'question', 'self', 'apology', 'custom', 'criticism']);

/** How near two things must stand; a passage is a sentence with its neighbours. */
const Scope = z.enum(['clause', 'sentence', 'passage', 'post']);

/** A stance in which a rule's words are no offence. Without terms it is read from quotation marks. */
const Guard = z.strictObject({
  id: Identifier,
  name: Sentence,
  kind: GuardKind,
  terms: Terms.optional(),
  scope: Scope.default('sentence'),
  /** Where the guard's terms must stand, seen from the rule's own. */
  side: z.enum(['before', 'after', 'either']).default('either'),
});

const Rule = z.strictObject({
  id: Identifier,
  category: Code,
  severity: Severity.optional(),
  confidence: Probability,
  explanation: Sentence,
  any: Terms,
  all: z.array(Terms).default([]),
  within: Scope.default('sentence'),
  guards: z.array(Identifier).default([]),
});

const Triage = z.strictObject({
  /** Risk from which a post is held. */
  holdAt: Probability,
  /** Which share of the cleared posts people see all the same. */
  sampling: SamplingSettings.prefault({}),
  /** Where a post goes that no rule speaks against, but that a check failed on. */
  failedCheck: z.strictObject({ queue: Identifier, severity: Severity }),
});

/** The shape of a policy pack as an editor writes it; POLICY in README terms: data, versioned, never code. */
export const PolicyPackShape = z.strictObject({
  version: z.string().min(1),
  name: Sentence,
  triage: Triage,
  /** When a rule that runs wild is taken out. */
  brake: BrakeSettings.prefault({}),
  queues: z.array(Queue).min(1),
  categories: z.array(Category).min(1),
  /** Named lists of terms; `@name` in a term stands for any of them. */
  vocabulary: z.record(Identifier, Terms).default({}),
  /** Longer words in which a term means nothing (傻瓜相机 holds 傻瓜). */
  lookalikes: z.array(z.string().min(1)).default([]),
  guards: z.array(Guard).default([]),
  rules: z.array(Rule).default([]),
});

export type PolicyPack = z.infer<typeof PolicyPackShape>;
export type PolicyRule = PolicyPack['rules'][number];
export type PolicyGuard = PolicyPack['guards'][number];
export type PolicyCategory = PolicyPack['categories'][number];
export type ProximityScope = z.infer<typeof Scope>;
export type SeverityLevel = z.infer<typeof Severity>;
