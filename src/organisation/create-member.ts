import { sql } from 'kysely';
import { type Database, HubError, type Role, newId, query, queryOne, transaction } from '../platform/index.js';

export interface NewMember {
  /** Unique name to sign in by. */
  readonly login: string;
  readonly name: string;
  readonly kind: 'PERSON' | 'SERVICE';
  readonly roles: readonly Role[];
  /** uuid of the site that a PARTNER acts for; asked for by that role, and by no other */
  readonly siteId?: string | undefined;
}

/**
 * Makes a member, or finds the one with this login: then the name is brought up to date and roles are added, none taken away.
 * @returns uuid of the member
 * @throws HubError SITE_REQUIRED for a PARTNER without a site
 */
export async function createMember(db: Database, { login, name, kind, roles, siteId }: NewMember): Promise<string> {
  if (roles.includes('PARTNER') && siteId === undefined) throw new HubError('SITE_REQUIRED', 'A PARTNER acts for a site: say for which.', 'site');
  return transaction(db, async (tx) => {
    const member = await queryOne(
      tx,
      sql<{ id: string }>`
        insert into members (id, login, name, kind) values (${newId()}, ${login}, ${name}, ${kind})
        on conflict (login) do update set name = excluded.name
        returning id`,
    );
    if (member === undefined) throw new Error('An upsert gave no row.');
    await query(
      tx,
      sql`
        insert into member_roles (member_id, role, site_id)
        select ${member.id}::uuid, role, case when role = 'PARTNER' then ${siteId ?? null}::uuid end from unnest(${roles}::text[]) as role
        on conflict (member_id, role) do update set site_id = excluded.site_id`,
    );
    return member.id;
  });
}
