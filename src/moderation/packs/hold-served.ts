import { sql } from 'kysely';
import { type Tx, queryOne } from '../../platform/index.js';

/**
 * Whether a version is still the one served; if so, it stays that until the transaction ends. Asked first in a screening, so that
 * no post is filed by a version that another has taken the place of, in a queue that is no more.
 */
export async function holdServed(tx: Tx, packId: string): Promise<boolean> {
  return (await queryOne(tx, sql`select id from policy_packs where id = ${packId} and state = 'SERVED' for share`)) !== undefined;
}
