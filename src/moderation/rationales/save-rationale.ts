import { sql } from 'kysely';
import { HubError, type Tx, emit, isStorable, newId, query, queryOne, transaction } from '../../platform/index.js';
import { categoryOf } from '../current-policy.js';
import type { Language } from '../language.view.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { rationaleRetired, rationaleSaved } from './events.js';

const MOST_TITLE = 80;
const MOST_TEXT = 4_000;

export interface CannedRationale {
  /** Of the one that this is a new wording of; null for a new one. */
  readonly replaces: string | null;
  readonly category: string;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}

/**
 * Keeps a rationale for the desk to start from, new or as the new wording of one; the old wording stays on record, retired.
 *
 * @returns the uuid of the rationale
 * @throws HubError UNKNOWN_ID, UNKNOWN_CATEGORY, REQUIRED, TOO_LONG, BAD_TEXT, and TITLE_TAKEN by another of this category and language
 */
export async function saveRationale(context: ActionContext, rationale: CannedRationale): Promise<string> {
  const memberId = requireMember(context);
  const title = checkWords(rationale.title, MOST_TITLE, 'title');
  const text = checkWords(rationale.text, MOST_TEXT, 'text');
  return transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const { code: category } = await categoryOf(tx, rationale.category, 'category');
    const { language } = rationale;
    if (rationale.replaces !== null) await retire(tx, rationale.replaces, now);
    const [saved] = await query(
      tx,
      sql<{ id: string }>`
        insert into canned_rationales (id, category, language, title, text, saved_by, saved_at)
        values (${newId()}, ${category}, ${language}, ${title}, ${text}, ${memberId}, ${now})
        on conflict (category, language, title) where retired_at is null do nothing
        returning id`,
    );
    if (saved === undefined) throw new HubError('TITLE_TAKEN', `There is a rationale "${title}" for ${category} in this language already: change that one.`, 'title');
    await emit(tx, context.viewer.actor, now, [rationaleSaved.draft(saved.id, { category, language, title })]);
    return saved.id;
  });
}

/**
 * Takes a rationale out of use; it stays on record.
 * @throws HubError UNKNOWN_ID when there is none in use
 */
export async function retireRationale(context: ActionContext, id: string): Promise<void> {
  requireMember(context);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    await emit(tx, context.viewer.actor, now, [rationaleRetired.draft(id, await retire(tx, id, now))]);
  });
}

async function retire(tx: Tx, id: string, now: Date): Promise<{ category: string; language: 'zh' | 'en'; title: string }> {
  const retired = await queryOne(
    tx,
    sql<{ category: string; language: 'zh' | 'en'; title: string }>`
      update canned_rationales set retired_at = ${now} where id = ${id} and retired_at is null returning category, language, title`,
  );
  if (retired === undefined) throw new HubError('UNKNOWN_ID', 'There is no CannedRationale in use with this id.', 'id');
  return retired;
}

function checkWords(written: string, most: number, field: string): string {
  const words = written.trim();
  if (words === '') throw new HubError('REQUIRED', `A rationale needs a ${field}.`, field);
  if (words.length > most) throw new HubError('TOO_LONG', `A rationale's ${field} has at most ${most} characters.`, field);
  if (!isStorable(words)) throw new HubError('BAD_TEXT', `The ${field} holds something that cannot be stored.`, field);
  return words;
}
