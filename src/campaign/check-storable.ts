import { isStorable } from '../platform/index.js';
import type { Fault, FieldPath } from './manifest/manifest-problem.js';

/** Finds texts in a manifest's data that no database row can hold: YAML can write them as escapes. */
export function findUnstorable(data: unknown, path: FieldPath = []): Fault[] {
  if (typeof data === 'string') return !isStorable(data) ? [{ path, message: 'holds a character that cannot be stored (\\0 or half of a surrogate pair)' }] : [];
  if (Array.isArray(data)) return data.flatMap((value, index) => findUnstorable(value, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => findUnstorable(value, [...path, key]));
}
