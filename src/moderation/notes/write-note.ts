import { sql } from 'kysely';
import { HubError, emit, isStorable, newId, query, queryOne, transaction } from '../../platform/index.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { noteWritten } from './events.js';
import { findMentions } from './find-mentions.js';

const MOST_CHARACTERS = 4_000;
const MOST_MENTIONS = 20;

/**
 * Writes a note about a post, for the desk alone. Those whose login it names after an @ find it among their mentions; a name
 * that is nobody's at the desk is refused, because a colleague would wait for an answer.
 *
 * @returns the note's uuid
 * @throws HubError UNKNOWN_ID, REQUIRED, TOO_LONG, BAD_TEXT, UNKNOWN_MEMBER
 */
export async function writeNote(context: ActionContext, { postId, text }: { readonly postId: string; readonly text: string }): Promise<string> {
  const authorId = requireMember(context);
  const written = checkText(text);
  const logins = findMentions(written);
  if (logins.length > MOST_MENTIONS) throw new HubError('TOO_LONG', `A note names at most ${MOST_MENTIONS} people.`, 'text');
  return transaction(context.db, async (tx) => {
    const post = await queryOne(tx, sql`select 1 from posts where id = ${postId}`);
    if (post === undefined) throw new HubError('UNKNOWN_ID', 'There is no Post with this id.', 'postId');
    const named = await query(
      tx,
      sql<{ id: string; login: string }>`
        select id, login from members m
        where login = any(${logins}::text[]) and suspended_at is null
          and exists (select 1 from member_roles where member_id = m.id and role in ('MODERATOR', 'LEAD'))`,
    );
    const stranger = logins.find((login) => !named.some((member) => member.login === login));
    if (stranger !== undefined) throw new HubError('UNKNOWN_MEMBER', `Nobody at the desk is called @${stranger}.`, 'text');
    const id = newId();
    const now = context.clock.now();
    await query(tx, sql`insert into notes (id, post_id, author_id, text, written_at) values (${id}, ${postId}, ${authorId}, ${written}, ${now})`);
    const mentioned = named.map((member) => member.id);
    await query(tx, sql`insert into mentions (member_id, note_id) select unnest(${mentioned}::uuid[]), ${id}`);
    await emit(tx, context.viewer.actor, now, [noteWritten.draft(postId, { noteId: id, mentioned })]);
    return id;
  });
}

function checkText(text: string): string {
  const written = text.trim();
  if (written === '') throw new HubError('REQUIRED', 'A note says something.', 'text');
  if (written.length > MOST_CHARACTERS) throw new HubError('TOO_LONG', `A note has at most ${MOST_CHARACTERS} characters.`, 'text');
  if (!isStorable(written)) throw new HubError('BAD_TEXT', 'The note holds something that cannot be stored, such as a NUL character or half of a character.', 'text');
  return written;
}
