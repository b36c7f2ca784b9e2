import { UsageError, migrate, readConfig } from '../platform/index.js';
import { reachDatabase } from './use-database.js';

/** `hub migrate`: names of what ran on stdout. */
export async function runMigrations(options: { down?: string }): Promise<0> {
  const steps = options.down === undefined ? undefined : Number(options.down);
  if (steps !== undefined && (!Number.isInteger(steps) || steps < 1)) throw new UsageError('--down takes the number of migrations to take back, 1 or more.');
  const { url, stop } = await reachDatabase(readConfig());
  try {
    const ran = steps === undefined ? await migrate(url) : await migrate(url, 'down', steps);
    for (const name of ran) process.stdout.write(`${name}\n`);
    process.stderr.write(ran.length === 0 ? 'The schema is up to date.\n' : `${ran.length} migration(s) ran.\n`);
    return 0;
  } finally {
    await stop();
  }
}
