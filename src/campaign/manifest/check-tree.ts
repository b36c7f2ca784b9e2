import type { Fault } from './manifest-problem.js';
import type { ManifestUnit } from './manifest-schema.js';

/**
 * Finds units that stand below themselves. One fault a circle, at the parent of its first unit in the manifest.
 * Parents that the manifest does not define end the walk: they are `checkReferences`' business.
 */
export function checkTree(units: readonly ManifestUnit[]): Fault[] {
  const parentOf = new Map(units.map(({ code, parent }) => [code, parent]));
  const positionOf = new Map(units.map(({ code }, index) => [code, index]));
  const walked = new Set<string>();
  return units.flatMap(({ code }) => {
    const circle = walkUp(code, parentOf, walked);
    if (circle.length === 0) return [];
    const first = circle.reduce((a, b) => ((positionOf.get(a) ?? 0) <= (positionOf.get(b) ?? 0) ? a : b));
    const start = circle.indexOf(first);
    const route = [...circle.slice(start), ...circle.slice(0, start), first].join(' → ');
    return [{ path: ['units', positionOf.get(first) ?? 0, 'parent'], message: `puts a unit below itself: ${route}` }];
  });
}

/** Goes from parent to parent over units not walked before; gives the circle that it runs into, or nothing. */
function walkUp(from: string, parentOf: ReadonlyMap<string, string | undefined>, walked: Set<string>): string[] {
  const way: string[] = [];
  let code: string | undefined = from;
  while (code !== undefined && parentOf.has(code) && !walked.has(code)) {
    walked.add(code);
    way.push(code);
    code = parentOf.get(code);
  }
  const entry = code === undefined ? -1 : way.indexOf(code);
  return entry === -1 ? [] : way.slice(entry);
}
