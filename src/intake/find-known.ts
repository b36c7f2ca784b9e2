import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';

/** What tells posts apart: the site and its own id. */
export interface PostKey {
  readonly siteId: string;
  readonly externalId: string;
}

/** One text for a key. A uuid holds no blank, so no two keys share it. */
export function keyText({ siteId, externalId }: PostKey): string {
  return `${siteId} ${externalId}`;
}

/** A post that the hub holds already. */
export interface KnownPost extends PostKey {
  readonly id: string;
  /** In hex. */
  readonly contentHash: string;
  readonly withdrawn: boolean;
}

/** Which of these posts the hub holds, by {@link keyText}. */
export async function findKnown(on: Queryable, keys: readonly PostKey[]): Promise<Map<string, KnownPost>> {
  if (keys.length === 0) return new Map();
  const rows = await query(
    on,
    sql<KnownPost>`select p.site_id as "siteId", p.external_id as "externalId", p.id, encode(p.content_hash, 'hex') as "contentHash",
                          p.withdrawn_at is not null as withdrawn
                   from unnest(${keys.map((key) => key.siteId)}::uuid[], ${keys.map((key) => key.externalId)}::text[]) as wanted (site_id, external_id)
                   join posts p using (site_id, external_id)`,
  );
  return new Map(rows.map((row) => [keyText(row), row]));
}
