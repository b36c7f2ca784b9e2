import type { Fault, FieldPath } from './manifest/manifest-problem.js';

/** Zero characters and halves of surrogate pairs: YAML can write them as escapes, PostgreSQL cannot store them. */
const unstorable = /\0|\p{Surrogate}/u;

/** Finds texts in a manifest's data that no database row can hold. */
export function findUnstorable(data: unknown, path: FieldPath = []): Fault[] {
  if (typeof data === 'string') return unstorable.test(data) ? [{ path, message: 'holds a character that cannot be stored (\\0 or half of a surrogate pair)' }] : [];
  if (Array.isArray(data)) return data.flatMap((value, index) => findUnstorable(value, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => findUnstorable(value, [...path, key]));
}
