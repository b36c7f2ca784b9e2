import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';

/** The folder `migrations/` of the project, found from the code's own place, source or built. */
function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'migrations');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('The folder migrations/ is missing from the installation.');
}

/**
 * Brings the schema up (all that is pending) or down (`count` steps). Concurrent starters wait for each other.
 * @returns names of the migrations that ran
 */
export async function migrate(url: string, direction: 'up' | 'down' = 'up', count = direction === 'up' ? Infinity : 1): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ran = await runner({
      dbClient: client,
      dir: migrationsFolder(),
      migrationsTable: 'migrations',
      direction,
      count,
      advisoryLockMode: 'wait',
      log: () => undefined,
      logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    return ran.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
