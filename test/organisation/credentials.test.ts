import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  authenticateKey,
  authenticateSession,
  closeSession,
  createMember,
  createMemberKey,
  createSignInLink,
  createSiteKey,
  importOrganisation,
  openSession,
  redeemSignInLink,
  sitesByCode,
} from '../../src/organisation/index.js';
import { type Database, query, transaction } from '../../src/platform/index.js';
import { openEmptyDatabase } from './open-database.js';

const HOUR = 3_600_000;
const now = new Date('2026-03-05T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * HOUR);

describe('who asks', () => {
  let db: Database;
  let close: () => Promise<void>;
  let siteId: string;

  beforeAll(async () => {
    ({ db, close } = await openEmptyDatabase());
    const manifest = { units: [{ code: 'office', name: '省办公室（示例）', kind: 'OFFICE' as const }], sites: [{ code: 'dbw', name: '东北网', url: 'https://dbw.example.org', unit: 'office' }] };
    await transaction(db, (tx) => importOrganisation(tx, manifest, { actor: 'system:test', now }));
    siteId = (await sitesByCode(db, ['dbw'])).get('dbw')?.id ?? '';
  });
  afterAll(() => close());

  const lead = () => createMember(db, { login: 'lead', name: '示例组长', kind: 'PERSON', roles: ['MODERATOR', 'LEAD'] });

  it("knows a site by its key, as a partner of that site and nobody's member", async () => {
    const key = await createSiteKey(db, siteId, 'newsroom');

    expect(await authenticateKey(db, key)).toEqual({ actor: `site:${siteId}`, roles: ['PARTNER'], siteId });
  });

  it('knows a member by a key, with all roles', async () => {
    const memberId = await lead();
    const key = await createMemberKey(db, memberId, 'script');

    expect(await authenticateKey(db, key)).toEqual({ actor: `member:${memberId}`, memberId, name: '示例组长', roles: ['LEAD', 'MODERATOR'] });
  });

  it('knows the site that a partner among the members acts for', async () => {
    const memberId = await createMember(db, { login: 'partner', name: '示例编辑', kind: 'PERSON', roles: ['PARTNER'], siteId });

    expect(await authenticateKey(db, await createMemberKey(db, memberId, 'laptop'))).toMatchObject({ memberId, siteId, roles: ['PARTNER'] });
  });

  it('opens nothing to a key that was revoked, was never made, or whose member is suspended', async () => {
    const memberId = await createMember(db, { login: 'gone', name: '示例', kind: 'PERSON', roles: ['EDITOR'] });
    const [revoked, suspended] = [await createSiteKey(db, siteId, 'old'), await createMemberKey(db, memberId, 'x')];
    const session = await openSession(db, memberId, now, 12);
    await query(db, sql`update api_keys set revoked_at = ${now} where label = 'old'`);
    await query(db, sql`update members set suspended_at = ${now} where id = ${memberId}`);

    expect(await authenticateKey(db, revoked)).toBeUndefined();
    expect(await authenticateKey(db, suspended)).toBeUndefined();
    expect(await authenticateKey(db, 'wmk_invented')).toBeUndefined();
    expect(await authenticateSession(db, session, now)).toBeUndefined();
  });

  it('keeps no credential in a form that could be used', async () => {
    const key = await createSiteKey(db, siteId, 'kept');
    const [row] = await query(db, sql<{ row: string }>`select to_jsonb(k)::text as row from api_keys k where label = 'kept'`);

    expect(row?.row).toBeDefined();
    expect(row?.row).not.toContain(key);
  });

  it('lets a session last its hours and not longer, and end when its holder ends it', async () => {
    const memberId = await lead();
    const session = await openSession(db, memberId, now, 12);

    expect(await authenticateSession(db, session, later(11))).toMatchObject({ memberId });
    expect(await authenticateSession(db, session, later(12))).toBeUndefined();
    await closeSession(db, session, later(1));
    expect(await authenticateSession(db, session, later(1))).toBeUndefined();
  });

  it('lets a sign-in link be used once, of ten that try at the same moment by one', async () => {
    const memberId = await lead();
    const link = await createSignInLink(db, memberId, later(24));
    const tries = await Promise.all(Array.from({ length: 10 }, () => redeemSignInLink(db, link, now)));

    expect(tries.filter((found) => found !== undefined)).toEqual([memberId]);
    expect(await redeemSignInLink(db, link, now)).toBeUndefined();
  });

  it('refuses a sign-in link that is over or was never made', async () => {
    const link = await createSignInLink(db, await lead(), later(24));

    expect(await redeemSignInLink(db, link, later(24))).toBeUndefined();
    expect(await redeemSignInLink(db, '', now)).toBeUndefined();
  });

  it('finds the member again by login, adding roles and taking none away', async () => {
    const first = await createMember(db, { login: 'again', name: '示例甲', kind: 'PERSON', roles: ['EDITOR'] });
    const second = await createMember(db, { login: 'again', name: '示例乙', kind: 'PERSON', roles: ['ORGANISER'] });

    expect(second).toBe(first);
    expect(await authenticateKey(db, await createMemberKey(db, first, 'k'))).toMatchObject({ name: '示例乙', roles: ['EDITOR', 'ORGANISER'] });
  });

  it('asks a partner which site it acts for', async () => {
    await expect(createMember(db, { login: 'siteless', name: '示例', kind: 'PERSON', roles: ['PARTNER'] })).rejects.toMatchObject({ code: 'SITE_REQUIRED' });
  });
});
