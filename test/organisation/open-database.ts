import { type Database, connectDatabase } from '../../src/platform/index.js';
import { cloneDatabase } from '../support/database.js';

/** A database of its own, with all tables and nothing in them. */
export async function openEmptyDatabase(): Promise<{ db: Database; close: () => Promise<void> }> {
  const clone = await cloneDatabase();
  const db = await connectDatabase(clone.url);
  return {
    db,
    close: async () => {
      await db.close();
      await clone.drop();
    },
  };
}
