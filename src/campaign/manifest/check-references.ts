import { findNearest } from './find-nearest.js';
import type { Fault, FieldPath } from './manifest-problem.js';
import type { Manifest } from './manifest-schema.js';

/** Codes that the hub has already, which a manifest may name without defining them again. */
export interface KnownCodes {
  units: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  sites: ReadonlySet<string>;
  designations?: ReadonlySet<string>;
}

/** Finds names of units, topics, sites and designations that neither the manifest defines nor the hub knows. */
export function checkReferences(manifest: Manifest, known?: KnownCodes): Fault[] {
  const { topics, designations, units = [], sites = [], feeds = [] } = manifest;
  const toUnit = referenceTo('unit', units, known?.units);
  const toTopic = referenceTo('topic', topics, known?.topics);
  const toSite = referenceTo('site', sites, known?.sites);
  const toDesignation = referenceTo('designation', designations, known?.designations);
  return [
    ...units.flatMap((unit, index) => [
      ...toUnit(['units', index, 'parent'], unit.parent),
      ...each(toDesignation, ['units', index, 'designations'], unit.designations),
    ]),
    ...sites.flatMap((site, index) => toUnit(['sites', index, 'unit'], site.unit)),
    ...feeds.flatMap(({ rule }, index) => [
      ...each(toTopic, ['feeds', index, 'rule', 'topics'], rule.topics),
      ...each(toUnit, ['feeds', index, 'rule', 'units'], rule.units),
      ...each(toSite, ['feeds', index, 'rule', 'sites'], rule.sites),
    ]),
  ];
}

/** A code further off than this is another name, not a slip of the hand. */
const mostSlips = 3;

type ReferenceCheck = (path: FieldPath, code: string | undefined) => Fault[];

function referenceTo(what: string, defined: { code: string }[] = [], known: ReadonlySet<string> = new Set()): ReferenceCheck {
  const codes = new Set([...defined.map(({ code }) => code), ...known]);
  return (path, code) => {
    if (code === undefined || codes.has(code)) return [];
    const nearest = findNearest(code, codes, mostSlips);
    const hint = nearest === undefined ? '' : `; the nearest is "${nearest}"`;
    return [{ path, message: `names the ${what} "${code}", which is not defined${hint}` }];
  };
}

function each(check: ReferenceCheck, path: FieldPath, codes: string[] = []): Fault[] {
  return codes.flatMap((code, index) => check([...path, index], code));
}
