import { parseDocument } from 'yaml';
import { lockPack } from '../../../src/moderation/packs/lock-pack.js';
import { savePolicyDraft } from '../../../src/moderation/packs/save-policy-draft.js';
import { switchServed } from '../../../src/moderation/packs/switch-served.js';
import { firstEditionYaml } from '../../../src/moderation/policy/first-edition.js';
import { transaction } from '../../../src/platform/index.js';
import type { Actor } from '../moderation-room.js';

/** Puts a version in force, as if another lead served it after its backtest; gives its uuid. */
export async function servePack(lead: Actor, yaml: string): Promise<string> {
  const packId = await savePolicyDraft(lead, { yaml, rationale: '试' });
  await transaction(lead.db, async (tx) => switchServed(tx, lead, (await lockPack(tx, packId, 'SERVE')).pack, { rolledBack: false, rationale: '试' }));
  return packId;
}

/** The first edition with other values at some paths (`copies.flooding.sameSite`); null leaves a part out. */
export function editFirstEdition(version: string, changes: Readonly<Record<string, number | null>>): string {
  const edition = parseDocument(firstEditionYaml());
  edition.set('version', version);
  for (const [path, value] of Object.entries(changes)) {
    if (!edition.hasIn(path.split('.'))) throw new Error(`The first edition has no ${path}.`);
    if (value === null) edition.deleteIn(path.split('.'));
    else edition.setIn(path.split('.'), value);
  }
  return edition.toString({ lineWidth: 0 });
}
