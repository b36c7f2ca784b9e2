import { readFileSync } from 'node:fs';

import { parsePolicyPack } from './parse-policy-pack.js';
import type { PolicyPack } from './policy-pack.js';

let loaded: PolicyPack | undefined;

/**
 * The policy that a new hub starts with; read once from the YAML beside this file.
 *
 * @throws Error naming the first broken line, which tests rule out
 */
export function firstEdition(): PolicyPack {
  if (loaded !== undefined) return loaded;
  const parsed = parsePolicyPack(firstEditionYaml());
  if ('errors' in parsed) {
    const [first] = parsed.errors;
    throw new Error(`first-edition.yaml, line ${first?.line}: ${first?.field} ${first?.message}`);
  }
  loaded = parsed.pack;
  return loaded;
}

/** As it was written. */
export function firstEditionYaml(): string {
  return readFileSync(new URL('./first-edition.yaml', import.meta.url), 'utf8');
}
