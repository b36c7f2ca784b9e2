import { type RawBuilder, sql } from 'kysely';
import { type LoaderKind, type Queryable, cursorKey, fromCursor, query } from '../../platform/index.js';
import { groupRows } from '../group-rows.js';
import { type NoteRow, NoteView } from './note.view.js';

const NOTES = sql`
  select n.id as uuid, n.post_id as "postId", m.name as author, n.text, n.written_at as "writtenAt"
  from notes n join members m on m.id = n.author_id`;

/** Notes about posts, by the post's uuid, the oldest first, as they were said. */
export const notesByPost: LoaderKind<string, NoteView[]> = {
  async load(db, postIds) {
    const rows = await query(db, sql<NoteRow>`${NOTES} where n.post_id = any(${postIds}::uuid[]) order by n.id`);
    return groupRows(rows, ({ postId }) => postId, (row) => new NoteView(row));
  },
};

/** One note, by its uuid. */
export async function readNote(on: Queryable, id: string): Promise<NoteView | null> {
  const [row] = await query(on, sql<NoteRow>`${NOTES} where n.id = ${id}`);
  return row === undefined ? null : new NoteView(row);
}

/**
 * Notes that name a member, the newest first.
 * @param most rows, one more than a page
 */
export async function listMentions(on: Queryable, memberId: string, most: number, after: string | null): Promise<readonly NoteRow[]> {
  const [before] = fromCursor(after, [cursorKey.uuid]) ?? [];
  const older: RawBuilder<unknown> = before === undefined ? sql`` : sql`and note_id < ${before}`;
  return query(
    on,
    sql<NoteRow>`
      ${NOTES} where n.id = any(select note_id from mentions where member_id = ${memberId} ${older} order by note_id desc limit ${most})
      order by n.id desc`,
  );
}
