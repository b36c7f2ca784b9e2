import { sql } from 'kysely';
import { type Database, HubError, type Viewer, emit, isStorable, queryOne, transaction } from '../platform/index.js';
import { chooseSite, readSites } from './choose-site.js';
import { postWithdrawn } from './events.js';
import type { WithdrawPostInput } from './withdraw-post.view.js';

const LONGEST_REASON = 1_000;

/**
 * Takes a post back for its site. Doing it again changes nothing, and nothing brings the post back.
 * @returns uuid of the post
 * @throws HubError UNKNOWN_POST, REQUIRED, TOO_LONG, MALFORMED_TEXT, or as {@link chooseSite}
 */
export async function withdrawPost(db: Database, viewer: Viewer, now: Date, input: WithdrawPostInput): Promise<string> {
  const reason = checkedReason(input.reason);
  const code = input.siteCode ?? null;
  const storable = isStorable(input.externalId) && isStorable(code ?? '');
  const site = chooseSite(await readSites(db, viewer, code === null || !storable ? [] : [code]), code);
  return transaction(db, async (tx) => {
    const post = storable
      ? await queryOne(
          tx,
          sql<{ id: string; withdrawn: boolean }>`select id, withdrawn_at is not null as withdrawn from posts
                                                  where site_id = ${site.id} and external_id = ${input.externalId} for update`,
        )
      : undefined;
    if (post === undefined) throw new HubError('UNKNOWN_POST', 'The site has pushed no post with this id.', 'externalId');
    if (post.withdrawn) return post.id;
    await queryOne(tx, sql`update posts set withdrawn_at = ${now}, withdrawn_reason = ${reason} where id = ${post.id}`);
    await emit(tx, viewer.actor, now, [postWithdrawn.draft(post.id, { reason })]);
    return post.id;
  });
}

function checkedReason(written: string): string {
  const reason = written.trim();
  if (reason === '') throw new HubError('REQUIRED', 'Say why the post is withdrawn.', 'reason');
  if (reason.length > LONGEST_REASON) throw new HubError('TOO_LONG', `The reason may have at most ${LONGEST_REASON.toLocaleString('en')} characters.`, 'reason');
  if (!isStorable(reason)) throw new HubError('MALFORMED_TEXT', 'The reason holds a NUL character or half a surrogate pair.', 'reason');
  return reason;
}
