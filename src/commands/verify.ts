import { verifyLedger } from '../platform/index.js';
import { verifyTallies } from '../statistics/index.js';
import { withDatabase } from './use-database.js';

/** `hub verify`: recounts figures from facts and hashes the ledger again; drift 0 and an intact chain exit 0. */
export async function verifyHub(): Promise<0 | 1> {
  return withDatabase(async (db, config) => {
    const tables = await verifyTallies(db, config.timeZone);
    const ledger = await verifyLedger(db);
    const drift = tables.reduce((sum, table) => sum + table.drift, 0);
    process.stdout.write(`${JSON.stringify({ drift, tables, ledger })}\n`);
    process.stderr.write(
      `drift ${drift} (${tables.map((table) => `${table.table}: ${table.checked} rows`).join(', ')}); ledger ${ledger.brokenAt === null ? `intact, ${ledger.blocks} blocks over ${ledger.events} events` : `BROKEN at block ${ledger.brokenAt}`}.\n`,
    );
    return drift === 0 && ledger.brokenAt === null ? 0 : 1;
  });
}
