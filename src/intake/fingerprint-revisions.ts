import { sql } from 'kysely';
import { type Database, query } from '../platform/index.js';
import { bandKeysOf } from './content/band-keys.js';
import { compared } from './content/compared-text.js';
import { hashGrams } from './content/gram-hashes.js';
import { simHashOf } from './content/sim-hash.js';

/** By which copies of a text are found. */
interface Fingerprint {
  readonly simHash: bigint;
  readonly bandKeys: number[];
}

export function fingerprint(text: string): Fingerprint {
  const hashes = hashGrams(compared(text).units);
  return { simHash: simHashOf(hashes), bandKeys: bandKeysOf(hashes) };
}

/**
 * Stores the fingerprints of posts' newest revisions where they are missing, and commits them, so that of two copies
 * that come in at the same time at least one finds the other.
 */
export async function fingerprintRevisions(db: Database, postIds: readonly string[]): Promise<void> {
  const missing = await query(
    db,
    sql<{ postId: string; revision: number; text: string }>`
      select p.id as "postId", p.revision, r.text
      from posts p join revisions r on r.post_id = p.id and r.number = p.revision
      where p.id = any(${postIds}::uuid[])
        and not exists (select from fingerprints f where f.post_id = p.id and f.revision = p.revision)`,
  );
  if (missing.length === 0) return;
  const made = missing.map(({ text }) => fingerprint(text));
  await query(
    db,
    sql`insert into fingerprints (post_id, revision, sim_hash, band_keys)
        select post_id, revision, sim_hash, band_keys::integer[]
        from unnest(${missing.map(({ postId }) => postId)}::uuid[], ${missing.map(({ revision }) => revision)}::int[],
                    ${made.map(({ simHash }) => simHash.toString())}::bigint[],
                    ${made.map(({ bandKeys }) => `{${bandKeys.join(',')}}`)}::text[]) as made (post_id, revision, sim_hash, band_keys)
        on conflict do nothing`,
  );
}
