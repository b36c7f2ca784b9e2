import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for a test file, cloned from the migrated one. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template hub owner hub`);
  const url = new URL(required('HUB_TEST_URL'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

/** Cloning locks the template for a moment, so files that start together take turns. */
async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: required('HUB_TEST_ADMIN_URL') });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(20130305)');
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests through jest's global setup.`);
  return value;
}
