import { z } from 'zod';

import { BrakeSettings } from './brake-settings.js';
import { CopiesPolicy, LinksPolicy } from './other-checks.js';
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

/** A head of the models and the categories that it speaks for: those that begin with its name. */
const ModelFamily = z.strictObject({
  head: Identifier,
  /** What the head recognises, as a noun for people: "posts that sell superstition". */
  name: Sentence,
  /** Category of a finding where nothing says more. */
  category: Code,
  /** Log-odds taken off what the head says: offences are rarer among posts than among the texts that it learnt from. */
  caution: z.number().default(0),
});

const Models = z.strictObject({
  /** Probability from which a model's opinion is a finding. */
  findAt: Probability,
  /** Disguised places in a post from which the model of sounds is asked as well. */
  disguises: z.number().int().positive(),
  families: z.array(ModelFamily).min(1),
});

const Triage = z.strictObject({
  /** Risk from which a post is held. */
  holdAt: Probability,
  /** How many units of log-odds the rules of a family add to what the models say of it, if they are certain. */
  ruleWeight: z.number().min(0).default(4),
  /** A rule of at least this confidence counts in full, whatever a model says. */
  aloneFrom: Probability.default(0.8),
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
  /** Without it, no model is asked. */
  models: Models.optional(),
  /** Without these, their checks are skipped. */
  copies: CopiesPolicy.optional(),
  links: LinksPolicy.optional(),
});

export type PolicyPack = z.infer<typeof PolicyPackShape>;
export type PolicyRule = PolicyPack['rules'][number];
export type PolicyGuard = PolicyPack['guards'][number];
export type ModelSettings = NonNullable<PolicyPack['models']>;
export type PolicyCategory = PolicyPack['categories'][number];
export type ProximityScope = z.infer<typeof Scope>;
export type SeverityLevel = z.infer<typeof Severity>;
