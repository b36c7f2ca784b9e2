import { z } from 'zod';
import { findNearest } from './find-nearest.js';
import type { Fault, FieldPath } from './manifest-problem.js';
import { manifestSchema } from './manifest-schema.js';
import type { Manifest } from './manifest-schema.js';

type Issue = z.core.$ZodIssue;

/** Checks data against the manifest's shape; gives the typed manifest, or every fault with its path. */
export function checkShape(data: unknown): { manifest: Manifest } | { faults: Fault[] } {
  const parsed = manifestSchema.safeParse(data, { error: sentence });
  if (parsed.success) return { manifest: parsed.data };
  return { faults: parsed.error.issues.flatMap(toFaults) };
}

function toFaults(issue: Issue): Fault[] {
  const path = issue.path as FieldPath;
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const known = keysAt(manifestSchema, path);
  return issue.keys.map((key) => ({
    path: [...path, key],
    message: `is not known here; the nearest known key is "${findNearest(key, known)}" (of ${known.join(', ')})`,
    atKey: true,
  }));
}

/** What zod would say, in words for somebody who writes YAML; undefined leaves it to the schema and to zod. */
function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}, not ${shown(issue.input)}`;
  if (issue.code === 'invalid_format') return wantedFormats[issue.format];
  if (issue.code !== 'invalid_type') return undefined;
  return `must be ${wantedTypes[issue.expected] ?? issue.expected}, not ${shown(issue.input)}${quoteHint(issue.expected, issue.input)}`;
}

const wantedTypes: Partial<Record<string, string>> = { string: 'text', object: 'a mapping (key: value)', array: 'a list (- item)' };

const wantedFormats: Partial<Record<string, string>> = {
  date: 'is not a calendar date: write it as YYYY-MM-DD',
  url: 'is not a web address: write it as https://host/path',
  email: 'is not an e-mail address',
};

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : JSON.stringify(value);
}

/** A bare 2026 or true is a number or a truth value to YAML, which surprises people. */
function quoteHint(expected: string, input: unknown): string {
  const bare = typeof input === 'number' || typeof input === 'boolean';
  return expected === 'string' && bare ? ': put it in quotes' : '';
}

/** The keys that the schema knows in the mapping at a path. */
function keysAt(schema: z.core.$ZodType, [step, ...rest]: FieldPath): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), step === undefined ? [] : [step, ...rest]);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const inner: unknown = schema.shape[step];
  return inner instanceof z.ZodType ? keysAt(inner, rest) : [];
}
