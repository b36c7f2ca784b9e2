import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Whom the database server runs as; empty means as the hub itself. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. As root we run it as `postgres` where that user exists, else as `nobody`,
 * which exists everywhere, so that no user need be added to the machine. An existing cluster keeps its owner.
 */
export async function chooseOwner(folder: string): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const existing = await stat(join(folder, 'db')).catch(() => undefined);
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  return (await ids('postgres')) ?? (await ids('nobody')) ?? { uid: 65534, gid: 65534 };
}

async function ids(user: string): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => promisify(execFile)('id', [flag, user])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * The folder that really holds the cluster. It is the given one, unless the owner cannot reach it (root's home is closed
 * to others): then it is one under /var/lib, whose place is kept in `<folder>/place`.
 */
export async function placeWithin(folder: string, owner: Owner): Promise<string> {
  if (await canReach(folder, owner)) return folder;
  const note = join(folder, 'place');
  const noted = (await readFile(note, 'utf8').catch(() => '')).trim();
  const place = noted === '' ? join('/var/lib/wenming-hub', randomBytes(8).toString('hex')) : noted;
  await mkdir(place, { recursive: true, mode: 0o755 });
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(place, owner.uid, owner.gid);
  await writeFile(note, place);
  return place;
}

/** Whether the owner may pass through every folder down to the path. */
export async function canReach(path: string, owner: Owner): Promise<boolean> {
  if (owner.uid === undefined) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
