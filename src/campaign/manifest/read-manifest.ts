import { checkCodes } from './check-codes.js';
import { checkReferences } from './check-references.js';
import type { KnownCodes } from './check-references.js';
import { checkShape } from './check-shape.js';
import { checkTree } from './check-tree.js';
import { checkWindows } from './check-windows.js';
import { lineOfKey, lineOfValue } from './locate-field.js';
import type { LocatedYaml } from './locate-field.js';
import { fieldName } from './manifest-problem.js';
import type { Fault, FieldPath, ManifestProblem } from './manifest-problem.js';
import type { Manifest } from './manifest-schema.js';
import { parseYaml } from './parse-yaml.js';

export type { KnownCodes, ManifestProblem };

/** A manifest that holds, and the line (from 1) of anything in it, for what the importer finds out later. */
export interface ReadManifest {
  manifest: Manifest;
  lineOf(path: FieldPath): number;
}

/**
 * Reads a campaign manifest from its YAML text, without a database.
 *
 * Gives the manifest, or all problems of the first stage that fails, in the order of their lines: the text (YAML
 * syntax, keys given twice, multiplying references), then the shape (keys, kinds, dates), then the meaning
 * (codes defined twice or nowhere, units below themselves, periods that end before they start).
 * @param known codes that the hub has already, which the manifest may name without defining them again
 */
export function readManifest(source: string, known?: KnownCodes): ReadManifest | { problems: ManifestProblem[] } {
  const parsed = parseYaml(source);
  if ('problems' in parsed) return parsed;
  const { data, yaml } = parsed;
  const shaped = checkShape(data);
  const faults = 'faults' in shaped ? shaped.faults : checkMeaning(shaped.manifest, known);
  if ('faults' in shaped || faults.length > 0) return { problems: locateAll(yaml, faults) };
  return { manifest: shaped.manifest, lineOf: (path) => lineOfValue(yaml, path) };
}

function checkMeaning(manifest: Manifest, known: KnownCodes | undefined): Fault[] {
  return [
    ...checkCodes(manifest),
    ...checkReferences(manifest, known),
    ...checkTree(manifest.units ?? []),
    ...checkWindows(manifest),
  ];
}

function locateAll(yaml: LocatedYaml, faults: Fault[]): ManifestProblem[] {
  return faults
    .map(({ path, message, atKey }) => ({
      line: atKey === true ? lineOfKey(yaml, path) : lineOfValue(yaml, path),
      field: fieldName(path),
      message,
    }))
    .sort((a, b) => a.line - b.line);
}
