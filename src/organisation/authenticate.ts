import { type Database, type Role, type Viewer, hashSecret, prepared } from '../platform/index.js';

/** What a credential opens, as read in one statement. */
interface Holder {
  readonly key_site: string | null;
  readonly member_id: string | null;
  readonly name: string | null;
  readonly roles: Role[];
  readonly acts_for: string | null;
}

const rolesAndSite = `
  array(select role from member_roles r where r.member_id = m.id order by role) as roles,
  (select site_id from member_roles r where r.member_id = m.id and r.role = 'PARTNER') as acts_for`;

const holderOfKey = `
  select k.site_id as key_site, m.id as member_id, m.name, ${rolesAndSite}
  from api_keys k left join members m on m.id = k.member_id
  where k.hash = $1 and k.revoked_at is null and m.suspended_at is null`;

const holderOfSession = `
  select null::uuid as key_site, m.id as member_id, m.name, ${rolesAndSite}
  from sessions s join members m on m.id = s.member_id
  where s.hash = $1 and s.expires_at > $2 and s.revoked_at is null and m.suspended_at is null`;

/** Who holds a key; undefined where it is unknown or revoked, or its member is suspended. Read anew each time, so that revoking works at once. */
export async function authenticateKey(db: Database, plainKey: string): Promise<Viewer | undefined> {
  const [holder] = await prepared<Holder>(db, 'organisation.holder-of-key', holderOfKey, [hashSecret(plainKey)]);
  return holder && viewerOf(holder);
}

/** Whose session it is; undefined where it is unknown, ended or over at `now`, or its member is suspended. */
export async function authenticateSession(db: Database, plain: string, now: Date): Promise<Viewer | undefined> {
  const [holder] = await prepared<Holder>(db, 'organisation.holder-of-session', holderOfSession, [hashSecret(plain), now]);
  return holder && viewerOf(holder);
}

function viewerOf({ key_site, member_id, name, roles, acts_for }: Holder): Viewer {
  if (key_site !== null) return { actor: `site:${key_site}`, roles: ['PARTNER'], siteId: key_site };
  const memberId = member_id ?? '';
  return { actor: `member:${memberId}`, roles, memberId, name: name ?? '', ...(acts_for !== null && { siteId: acts_for }) };
}
