import type { Command } from 'commander';
import type { Runner } from './exit.js';

/** `hub admin …`: the first accounts of a hub of your own. */
export function addAdminCommands(program: Command, run: Runner): void {
  const admin = program.command('admin').description('Accounts.');
  admin
    .command('create <login>')
    .description('Create a member (or find it by login) and print a key and a one-time sign-in link, both shown only now.')
    .requiredOption('--name <name>', 'as colleagues see it')
    .option('--roles <roles>', 'comma-separated: MODERATOR, LEAD, EDITOR, ORGANISER, OPERATOR, DASHBOARD, AGGREGATOR', 'ORGANISER,OPERATOR')
    .addHelpText('after', '\nExample:\n  npm run -s hub -- admin create chen --name "陈远" --roles MODERATOR,LEAD')
    .action(run(async () => (await import('./create-account.js')).createAccount));
}
