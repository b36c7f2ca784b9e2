import type { Kysely, RawBuilder } from 'kysely';
import type { Database } from './connection.js';

declare const open: unique symbol;

/** An open transaction. Whoever needs one says so by taking a `Tx`; only `transaction` makes it. */
export interface Tx {
  readonly [open]: true;
  /** SQL within this transaction. */
  readonly sql: Kysely<unknown>;
}

/**
 * The one place that opens a transaction: everything in `work` commits together, or nothing does.
 * No network call belongs inside. Serialisation failures and deadlocks are tried again, twice.
 */
export async function transaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.sql.transaction().execute((sql) => work({ sql } as unknown as Tx));
    } catch (fault) {
      if (attempt >= 3 || !isRetryable(fault)) throw fault;
    }
  }
}

function isRetryable(fault: unknown): boolean {
  const { code } = fault as { code?: string };
  return code === '40001' || code === '40P01';
}

/** Something that SQL can run on: an open transaction, or the database outside one. */
export type Queryable = Pick<Database, 'sql'> | Pick<Tx, 'sql'>;

/** Runs one statement written with Kysely's `sql` template and returns its rows. */
export async function query<Row>(on: Queryable, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(on.sql)).rows;
}

/** Runs one statement and returns its first row, if there is one. */
export async function queryOne<Row>(on: Queryable, statement: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query(on, statement))[0];
}

/**
 * Runs a statement that the server plans once a connection and then keeps, for the few reads that everything waits for.
 * @param name unique name of the statement's text
 */
export async function prepared<Row extends object>(db: Database, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await db.pool.query<Row>({ name, text, values })).rows;
}
