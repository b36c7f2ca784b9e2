import { sql } from 'kysely';
import { type Database, emit, newId, query, transaction } from '../../platform/index.js';
import { firstEdition, firstEditionYaml } from '../policy/first-edition.js';
import { policyServed } from './events.js';
import { hashYaml } from './hash-yaml.js';
import { lockPolicy } from './lock-pack.js';

/** Serves the first edition on a hub that has no policy yet. Safe to repeat, and from several processes at once. */
export async function seedFirstEdition(db: Database, now: Date): Promise<void> {
  const [some] = await query(db, sql`select from policy_packs limit 1`);
  if (some !== undefined) return;
  await transaction(db, async (tx) => {
    await lockPolicy(tx);
    const id = newId();
    const yaml = firstEditionYaml();
    const { version } = firstEdition();
    const rationale = 'The edition that came with the hub.';
    const seeded = await query(
      tx,
      sql`insert into policy_packs (id, version, yaml, yaml_hash, state, rationale, written_at, served_at)
          select ${id}, ${version}, ${yaml}, ${hashYaml(yaml)}, 'SERVED', ${rationale}, ${now}, ${now}
          where not exists (select from policy_packs)
          returning id`,
    );
    if (seeded.length > 0) await emit(tx, 'system:moderation', now, [policyServed.draft(id, { version, replaced: null, rolledBack: false, rationale })]);
  });
}
