import { fieldName } from './manifest-problem.js';
import type { Fault, FieldPath } from './manifest-problem.js';
import type { Manifest } from './manifest-schema.js';

interface Definition {
  code: string;
  path: FieldPath;
}

/** Finds codes that are defined twice within what they name. A volunteer group's code is its own in the whole manifest. */
export function checkCodes(manifest: Manifest): Fault[] {
  const { phases, milestones, topics, designations, units = [], sites, feeds = [] } = manifest;
  const namespaces: Definition[][] = [
    definitions('phases', phases),
    definitions('milestones', milestones),
    definitions('topics', topics),
    definitions('designations', designations),
    definitions('units', units),
    definitions('sites', sites),
    feeds.map(({ slug }, index) => ({ code: slug, path: ['feeds', index, 'slug'] })),
    units.flatMap(({ groups = [] }, unit) =>
      groups.map(({ code }, index) => ({ code, path: ['units', unit, 'groups', index, 'code'] })),
    ),
  ];
  return namespaces.flatMap(findRepeats);
}

function definitions(section: string, entries: { code: string }[] = []): Definition[] {
  return entries.map(({ code }, index) => ({ code, path: [section, index, 'code'] }));
}

function findRepeats(namespace: Definition[]): Fault[] {
  const firstPath = new Map<string, FieldPath>();
  return namespace.flatMap(({ code, path }) => {
    const first = firstPath.get(code);
    if (first !== undefined) return [{ path, message: `is "${code}", which ${fieldName(first)} is already` }];
    firstPath.set(code, path);
    return [];
  });
}
