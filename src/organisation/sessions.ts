import { sql } from 'kysely';
import { type Queryable, hashSecret, newSecret, query, queryOne } from '../platform/index.js';

const HOUR_MS = 3_600_000;

/** Opens a session for a member. @returns the secret for the cookie, which the hub itself keeps only as a hash */
export async function openSession(db: Queryable, memberId: string, now: Date, hours: number): Promise<string> {
  const { plain, hash } = newSecret('wms');
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS);
  await query(db, sql`insert into sessions (hash, member_id, created_at, expires_at) values (${hash}, ${memberId}, ${now}, ${expiresAt})`);
  return plain;
}

/** Ends a session; one that is unknown or ended already stays as it is. */
export async function closeSession(db: Queryable, plain: string, now: Date): Promise<void> {
  await query(db, sql`update sessions set revoked_at = ${now} where hash = ${hashSecret(plain)} and revoked_at is null`);
}

/** Makes a one-time link for a member. @returns the secret to put into the link */
export async function createSignInLink(db: Queryable, memberId: string, expiresAt: Date): Promise<string> {
  const { plain, hash } = newSecret('wml');
  await query(db, sql`insert into sign_in_links (hash, member_id, expires_at) values (${hash}, ${memberId}, ${expiresAt})`);
  return plain;
}

/**
 * Uses up a sign-in link: of any number that try at once, one succeeds.
 * @returns uuid of the member, or undefined where the link is unknown, used or over, or the member is suspended
 */
export async function redeemSignInLink(db: Queryable, plain: string, now: Date): Promise<string | undefined> {
  const used = await queryOne(
    db,
    sql<{ memberId: string }>`
      update sign_in_links l set used_at = ${now}
      from members m
      where l.hash = ${hashSecret(plain)} and l.used_at is null and l.expires_at > ${now}
        and m.id = l.member_id and m.suspended_at is null
      returning l.member_id as "memberId"`,
  );
  return used?.memberId;
}
