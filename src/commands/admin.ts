import type { Command } from 'commander';
import { createMember, createMemberKey, createSignInLink } from '../organisation/index.js';
import { ROLES, type Role, UsageError } from '../platform/index.js';
import type { Exit, Runner } from './exit.js';
import { withDatabase } from './use-database.js';

const LINK_HOURS = 24;

/** `hub admin …`: the first accounts of a hub of your own. */
export function addAdminCommands(program: Command, run: Runner): void {
  const admin = program.command('admin').description('Accounts.');
  admin
    .command('create <login>')
    .description('Create a member (or find it by login) and print a key and a one-time sign-in link, both shown only now.')
    .requiredOption('--name <name>', 'as colleagues see it')
    .option('--roles <roles>', `comma-separated: ${ROLES.filter((role) => role !== 'PARTNER').join(', ')}`, 'ORGANISER,OPERATOR')
    .addHelpText('after', '\nExample:\n  npm run -s hub -- admin create chen --name "陈远" --roles MODERATOR,LEAD')
    .action(run(createAccount));
}

async function createAccount(login: string, options: { name: string; roles: string }): Promise<Exit> {
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
