import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** The hub's one store. Rows are read and written by SQL that can be seen: in sets, with the locks that they need. */
export interface Database {
  readonly url: string;
  /** The pool under it, for prepared statements. */
  readonly pool: pg.Pool;
  /** SQL outside any transaction. */
  readonly sql: Kysely<unknown>;
  close(): Promise<void>;
}

/** Types whose values stay text as the server writes it: a time keeps its microseconds, a day knows no zone. */
const KEPT_AS_TEXT = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.TIMESTAMP, pg.types.builtins.TIMESTAMPTZ, pg.types.builtins.INTERVAL]);

function parserOf(type: number, format?: 'text'): (text: string) => unknown {
  return KEPT_AS_TEXT.has(type) ? String : (pg.types.getTypeParser(type, format) as (text: string) => unknown);
}

/**
 * Connects to PostgreSQL.
 * @param url `postgres://…`
 * @param poolSize most connections that this process holds
 */
export async function connectDatabase(url: string, poolSize = 10): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // A connection lost while idle is replaced; the query that was under way has its own rejection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await pool.query('select 1');
  const sql = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { url, pool, sql, close: () => sql.destroy() };
}
