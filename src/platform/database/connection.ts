import { type AnyEntity, type EntityManager, type EntitySchema, MikroORM, defineConfig } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type pg from 'pg';

/** The hub's one store: entities where state changes, SQL where rows are read or written in bulk. */
export interface Database {
  readonly url: string;
  readonly orm: MikroORM;
  /** The pool under the ORM, for prepared statements and LISTEN. */
  readonly pool: pg.Pool;
  /** SQL outside any transaction. */
  readonly sql: Kysely<unknown>;
  close(): Promise<void>;
}

/**
 * Connects to PostgreSQL.
 * @param url `postgres://…`
 * @param entities every room's tables as the ORM knows them
 * @param poolSize most connections that this process holds
 */
export async function connectDatabase(url: string, entities: EntitySchema<AnyEntity>[], poolSize = 10): Promise<Database> {
  let pool: pg.Pool | undefined;
  const orm = await MikroORM.init(
    defineConfig({
      entities,
      clientUrl: url,
      pool: { min: 0, max: poolSize },
      ensureDatabase: false,
      discovery: { warnWhenNoEntities: false },
      // `max` above is what counts; a connection lost while idle is replaced, never fatal.
      driverOptions: { onPoolCreated: (made: pg.Pool) => (pool = made) },
      logger: () => undefined,
    }),
  );
  const em: EntityManager = orm.em.fork();
  const sql = em.getKysely() as unknown as Kysely<unknown>;
  const made = pool ?? ((await em.getDriver().getConnection().getNativeClient()) as pg.Pool);
  return { url, orm, pool: made, sql, close: () => orm.close(true) };
}
