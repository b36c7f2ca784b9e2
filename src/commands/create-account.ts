import { createMember, createMemberKey, createSignInLink } from '../organisation/index.js';
import { ROLES, type Role, UsageError } from '../platform/index.js';
import type { Exit } from './exit.js';
import { withDatabase } from './use-database.js';

const LINK_HOURS = 24;

/** `hub admin create`: a member with a first key and a one-time sign-in link. */
export async function createAccount(login: string, options: { name: string; roles: string }): Promise<Exit> {
  const roles = options.roles.split(',').map((role) => role.trim().toUpperCase());
  const strange = roles.find((role) => !(ROLES as readonly string[]).includes(role) || role === 'PARTNER');
  if (strange !== undefined) throw new UsageError(`There is no role ${strange} to give here.`);
  return withDatabase<Exit>(async (db, config) => {
    const id = await createMember(db, { login, name: options.name, kind: 'PERSON', roles: roles as Role[] });
    const key = await createMemberKey(db, id, 'first key');
    const link = await createSignInLink(db, id, new Date(Date.now() + LINK_HOURS * 3_600_000));
    const base = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
    process.stdout.write(`${JSON.stringify({ login, roles, key, signIn: `${base}/sign-in?token=${encodeURIComponent(link)}` })}\n`);
    process.stderr.write(`${login} may sign in within ${LINK_HOURS} hours by the link; neither key nor link is shown again.\n`);
    return 0;
  });
}
