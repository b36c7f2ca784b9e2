import { sql } from 'kysely';
import { type Tx, query } from '../platform/index.js';
import { standingChanged } from './events.js';
import type { LockedStanding } from './lock-standings.js';
import type { Standing } from './standing-states.js';

/** Where a post goes, from the standing that was locked for it. */
export interface StandingMove {
  readonly from: LockedStanding;
  readonly to: Standing;
  readonly approvedRevision: number | null;
  /** The revision that was screened or decided on. */
  readonly revision: number;
  /** Set where a screening moves the post. */
  readonly screenedRevision?: number;
}

/**
 * Writes standings, all in one statement.
 * @returns the facts to emit: one a post that stands elsewhere, or of which readers may now see another revision
 */
export async function writeStandings(tx: Tx, now: Date, moves: readonly StandingMove[]): Promise<ReturnType<typeof standingChanged.draft>[]> {
  if (moves.length === 0) return [];
  const rows = moves.map(({ from, to, approvedRevision, screenedRevision = from.screenedRevision }) => ({
    postId: from.postId,
    standing: to,
    approvedRevision,
    screenedRevision,
  }));
  await query(
    tx,
    sql`update standings s
        set standing = row.standing, approved_revision = row."approvedRevision", screened_revision = row."screenedRevision", updated_at = ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as row ("postId" uuid, standing text, "approvedRevision" integer, "screenedRevision" integer)
        where s.post_id = row."postId"`,
  );
  return moves
    .filter(({ from, to, approvedRevision }) => to !== from.standing || approvedRevision !== from.approvedRevision)
    .map(({ from, to, approvedRevision, revision }) => standingChanged.draft(from.postId, { from: from.standing, to, revision, approvedRevision }));
}
