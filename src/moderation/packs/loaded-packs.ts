import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Queryable, queryOne } from '../../platform/index.js';
import { parsePolicyPack } from '../policy/parse-policy-pack.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { type Screener, createScreener } from '../screening/screen.js';

/** A version of the policy, read; its screener is made when it is first asked for, once a process. */
export class LoadedPack {
  private made: Screener | undefined;

  constructor(
    readonly id: string,
    readonly pack: PolicyPack,
  ) {}

  get screener(): Screener {
    this.made ??= createScreener(this.pack);
    return this.made;
  }
}

/** By uuid. A version's text is never changed (the database sees to it), so what was made of it is good for ever. */
const loaded = new LRUCache<string, LoadedPack>({ max: 8 });

/**
 * The version in force. Which one that is, is asked of the database each time (one row, by an index of one entry) and remembered
 * nowhere: so a switch is in force in every process from the statement after its commit, and an action that asks within
 * its transaction is of one mind throughout.
 * @throws Error where the hub was not seeded yet
 */
export async function servedPack(on: Queryable): Promise<LoadedPack> {
  const row = await queryOne(on, sql<{ id: string }>`select id from policy_packs where state = 'SERVED'`);
  if (row === undefined) throw new Error('No version of the policy is served: the hub was not started yet.');
  return loadPack(on, row.id);
}

/** The version that runs in the shadow, if there is one. */
export async function shadowPack(on: Queryable): Promise<LoadedPack | undefined> {
  const row = await queryOne(on, sql<{ id: string }>`select id from policy_packs where state = 'SHADOW'`);
  return row === undefined ? undefined : loadPack(on, row.id);
}

/** @throws Error when there is no such version, or this edition of the hub cannot read it */
export async function loadPack(on: Queryable, id: string): Promise<LoadedPack> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const row = await queryOne(on, sql<{ version: string; yaml: string }>`select version, yaml from policy_packs where id = ${id}`);
  if (row === undefined) throw new Error(`There is no version ${id} of the policy.`);
  const parsed = parsePolicyPack(row.yaml);
  if ('errors' in parsed) {
    const [first] = parsed.errors;
    throw new Error(`Version ${row.version} of the policy cannot be read, line ${first?.line}: ${first?.field} ${first?.message}`);
  }
  const pack = new LoadedPack(id, parsed.pack);
  loaded.set(id, pack);
  return pack;
}
