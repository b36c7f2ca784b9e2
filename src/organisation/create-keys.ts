import { sql } from 'kysely';
import { type Queryable, newId, newSecret, query } from '../platform/index.js';

/**
 * Makes a key with which a site pushes its posts; older keys go on to work.
 * @param label says where the key is used, for whoever must revoke it one day
 * @returns the key, which the hub itself keeps only as a hash
 */
export function createSiteKey(db: Queryable, siteId: string, label: string): Promise<string> {
  return storeKey(db, label, null, siteId);
}

/** Makes a key with which a member or service acts; see {@link createSiteKey}. */
export function createMemberKey(db: Queryable, memberId: string, label: string): Promise<string> {
  return storeKey(db, label, memberId, null);
}

async function storeKey(db: Queryable, label: string, memberId: string | null, siteId: string | null): Promise<string> {
  const { plain, hash } = newSecret('wmk');
  await query(db, sql`insert into api_keys (id, label, hash, member_id, site_id) values (${newId()}, ${label}, ${hash}, ${memberId}, ${siteId})`);
  return plain;
}
