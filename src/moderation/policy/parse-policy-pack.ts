import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

import { findGroundlessTerms } from './find-groundless-terms.js';
import { listsOf, parseTerm } from './parse-term.js';
import { PolicyPackShape, type PolicyPack } from './policy-pack.js';

export interface PolicyPackError {
  /** Line of the YAML, from 1. */
  readonly line: number;
  /** Path of the field, as in `rules[2].any[0]`. */
  readonly field: string;
  readonly message: string;
}

type Path = readonly PropertyKey[];
interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** Aliases are allowed, an explosion of them is not. */
const MOST_ALIASES = 100;

/**
 * Reads a policy pack from YAML and checks all that it refers to: categories, queues, guards, vocabulary, terms.
 * Every error names its line and field; all of them are returned, not only the first.
 */
export function parsePolicyPack(yaml: string): { pack: PolicyPack } | { errors: PolicyPackError[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0) {
    return { errors: document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line, field: '', message: error.message.split('\n')[0] ?? error.code })) };
  }
  const content = readContent(document);
  if ('message' in content) return { errors: [{ line: 1, field: '', message: content.message }] };
  const parsed = PolicyPackShape.safeParse(content.value);
  const problems = parsed.success ? findBrokenReferences(parsed.data) : parsed.error.issues.flatMap(explain);
  if (problems.length > 0) return { errors: problems.map(({ path, message }) => ({ line: lineOf(document, lines, path), field: writePath(path), message })) };
  return parsed.success ? { pack: parsed.data } : { errors: [] };
}

function readContent(document: Document): { value: unknown } | { message: string } {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : 'cannot be read' };
  }
}

function explain(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a field of a policy pack' }));
  return [{ path: issue.path, message: issue.message }];
}

function findBrokenReferences(pack: PolicyPack): Problem[] {
  const queues = new Set(pack.queues.map(({ code }) => code));
  const categories = new Set(pack.categories.map(({ code }) => code));
  const guards = new Set(pack.guards.map(({ id }) => id));
  const unknown = (known: ReadonlySet<string>, what: string, name: string, path: Path): Problem[] =>
    known.has(name) ? [] : [{ path, message: `there is no ${what} "${name}"` }];
  return [
    ...findTwice(pack),
    ...unknown(queues, 'queue', pack.triage.failedCheck.queue, ['triage', 'failedCheck', 'queue']),
    ...pack.categories.flatMap((category, index) => unknown(queues, 'queue', category.queue, ['categories', index, 'queue'])),
    ...pack.rules.flatMap((rule, index) => [
      ...unknown(categories, 'category', rule.category, ['rules', index, 'category']),
      ...rule.guards.flatMap((guard, at) => unknown(guards, 'guard', guard, ['rules', index, 'guards', at])),
    ]),
    ...findBadTerms(pack),
    ...findGroundlessTerms(pack),
    ...findCircles(pack),
  ];
}

function findTwice(pack: PolicyPack): Problem[] {
  const twice = (list: string, names: readonly string[], key: string): Problem[] =>
    names.flatMap((name, index) => (names.indexOf(name) < index ? [{ path: [list, index, key], message: `"${name}" is there twice` }] : []));
  return [
    ...twice('queues', pack.queues.map(({ code }) => code), 'code'),
    ...twice('categories', pack.categories.map(({ code }) => code), 'code'),
    ...twice('guards', pack.guards.map(({ id }) => id), 'id'),
    ...twice('rules', pack.rules.map(({ id }) => id), 'id'),
  ];
}

function findBadTerms(pack: PolicyPack): Problem[] {
  const lists = new Set(Object.keys(pack.vocabulary));
  const check = (terms: readonly string[], path: Path): Problem[] => terms.flatMap((term, index) => inspect(term, lists).map((message) => ({ path: [...path, index], message })));
  return [
    ...Object.entries(pack.vocabulary).flatMap(([name, terms]) => check(terms, ['vocabulary', name])),
    ...check(pack.lookalikes, ['lookalikes']),
    ...pack.guards.flatMap((guard, index) => check(guard.terms ?? [], ['guards', index, 'terms'])),
    ...pack.rules.flatMap((rule, index) => [
      ...check(rule.any, ['rules', index, 'any']),
      ...rule.all.flatMap((terms, group) => check(terms, ['rules', index, 'all', group])),
    ]),
  ];
}

function inspect(written: string, lists: ReadonlySet<string>): string[] {
  try {
    return listsOf(parseTerm(written)).flatMap((name) => (lists.has(name) ? [] : [`there is no vocabulary list "${name}"`]));
  } catch (error) {
    return [error instanceof Error ? error.message : 'cannot be read'];
  }
}

/** A list may draw on other lists, but never, through any of them, on itself. */
function findCircles(pack: PolicyPack): Problem[] {
  const drawsOn = new Map(Object.entries(pack.vocabulary).map(([name, terms]) => [name, terms.flatMap(listsQuietly)]));
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (drawsOn.get(from) ?? []).some((next) => next === target || (!seen.has(next) && reaches(next, target, seen.add(next))));
  return [...drawsOn.keys()].flatMap((name) => (reaches(name, name, new Set()) ? [{ path: ['vocabulary', name], message: `"${name}" draws on itself` }] : []));
}

function listsQuietly(written: string): string[] {
  try {
    return listsOf(parseTerm(written));
  } catch {
    return [];
  }
}

/** The line of the field, or of the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length);
    const parent: unknown = length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => keyOf(key) === String(keys.at(-1))) : undefined;
    const start = rangeOf(pair?.key) ?? rangeOf(document.getIn(keys, true));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function keyOf(key: unknown): string {
  const value: unknown = typeof key === 'object' && key !== null && 'value' in key ? key.value : key;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function rangeOf(node: unknown): number | undefined {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function writePath(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`)).join('');
}
