import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, query } from '../../platform/index.js';
import type { LabelledRow } from './labelled-row.js';

/** Decisions read at a time. */
const BATCH = 500;

interface DecidedText {
  readonly id: string;
  readonly action: 'CLEAR' | 'RETURN' | 'REMOVE';
  readonly category: string | null;
  readonly title: string;
  readonly text: string;
}

/**
 * What people decided, as labelled texts, the newest first: a cleared text breaks no rule, one returned or removed breaks
 * that of the decision's category, whether screening held it, it was drawn as a sample or somebody asked. The text is that
 * of the revision decided on. A decision that was undone says nothing, nor does one after which the same title and text
 * was decided again, be it in another post.
 *
 * @param most rows at most
 */
export async function readDecisions(db: Database, most: number): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = [];
  const seen = new Set<string>();
  let before: string | null = null;
  while (rows.length < most) {
    const batch = await readBatch(db, before);
    for (const decided of batch) {
      const key = digest(decided);
      if (!seen.has(key)) rows.push(toRow(decided));
      seen.add(key);
    }
    if (batch.length < BATCH) break;
    before = batch.at(-1)?.id ?? null;
  }
  return rows.slice(0, most);
}

/** A range of the primary key: ids rise with time, also from one decision on a post to the next. */
function readBatch(db: Database, before: string | null): Promise<DecidedText[]> {
  const older = before === null ? sql`true` : sql`d.id < ${before}::uuid`;
  return query(
    db,
    sql<DecidedText>`
      select d.id, d.action, d.category, r.title, r.text
      from decisions d join revisions r on r.post_id = d.post_id and r.number = d.revision
      where ${older} and d.undone_at is null and d.action in ('CLEAR', 'RETURN', 'REMOVE') and r.text <> ''
      order by d.id desc limit ${BATCH}`,
  );
}

function toRow({ action, category, title, text }: DecidedText): LabelledRow {
  const flag = action !== 'CLEAR';
  return { title, text, flag, category: flag ? category : null };
}

function digest({ title, text }: DecidedText): string {
  return createHash('sha256').update(JSON.stringify([title, text])).digest('base64');
}
