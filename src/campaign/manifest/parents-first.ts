import type { ManifestUnit } from './manifest-schema.js';

/**
 * Orders units so that each comes after its parent, as they must be stored; otherwise as the manifest has them.
 * Takes the units of a manifest that was read without problems (a circle would be left out).
 */
export function parentsFirst(units: readonly ManifestUnit[]): ManifestUnit[] {
  const childrenOf = new Map<string, ManifestUnit[]>(units.map(({ code }) => [code, []]));
  const ordered: ManifestUnit[] = [];
  for (const unit of units) (childrenOf.get(unit.parent ?? '') ?? ordered).push(unit);
  // The list grows while it is walked: each unit appends its children.
  for (const unit of ordered) ordered.push(...(childrenOf.get(unit.code) ?? []));
  return ordered;
}
