import { sql } from 'kysely';
import { type Tx, emit, newId, query } from '../platform/index.js';
import { postReceived, postRevised } from './events.js';
import { type PostKey, keyText } from './find-known.js';
import type { ReadyRow } from './read-content.js';

/** A post that was written: for the first time, or as a further revision. */
export interface StoredPost extends PostKey {
  readonly id: string;
  readonly revision: number;
}

/**
 * Writes posts and their facts: a new post with revision 1, the next revision of one whose content differs.
 * One that another push has just made the same, or that its site has withdrawn, is left alone and not returned.
 *
 * One statement decides and writes, so that pushes of the same post at the same time make one revision and not two;
 * rows go in sorted by their key, so that they wait for each other in one order.
 * @param actor who pushes
 * @param now time of receipt
 */
export async function storePosts(tx: Tx, actor: string, now: Date, rows: readonly ReadyRow[]): Promise<StoredPost[]> {
  if (rows.length === 0) return [];
  const ordered = [...rows].sort((one, other) => (keyText(one) < keyText(other) ? -1 : 1));
  const stored = await query(tx, writing(ordered, now));
  const byKey = new Map(rows.map((row) => [keyText(row), row]));
  const facts = stored.map(({ id, revision, ...key }) => {
    if (revision > 1) return postRevised.draft(id, { revision });
    const { unitId = '', strand = '' } = byKey.get(keyText(key)) ?? {};
    return postReceived.draft(id, { revision, unitId, strand });
  });
  await emit(tx, actor, now, facts);
  return stored;
}

function writing(rows: readonly ReadyRow[], now: Date) {
  const values = columns.map(([, type, valueOf]) => sql`${rows.map(valueOf)}::${sql.raw(type)}[]`);
  return sql<StoredPost>`
    with pushed as materialized (
      select * from unnest(${sql.join(values)}) as row (${sql.raw(columns.map(([name]) => name).join(', '))})
    ), written as (
      insert into posts (id, site_id, external_id, unit_id, strand, work_type, topics, group_id, participants, hours,
                         published_at, received_at, revision, content_hash)
      select id, site_id, external_id, unit_id, strand, work_type, string_to_array(topics, ' '), group_id, participants, hours,
             published_at, ${now}, 1, content_hash
      from pushed
      on conflict (site_id, external_id) do update set
        unit_id = excluded.unit_id, strand = excluded.strand, work_type = excluded.work_type, topics = excluded.topics,
        group_id = excluded.group_id, participants = excluded.participants, hours = excluded.hours,
        published_at = excluded.published_at, revision = posts.revision + 1, content_hash = excluded.content_hash
      where posts.content_hash <> excluded.content_hash and posts.withdrawn_at is null
      returning id, site_id, external_id, revision
    ), revised as (
      insert into revisions (post_id, number, title, html, text, summary, url, original_url, author_name, licence, language, media, text_hash, received_at)
      select written.id, written.revision, title, html, text, summary, url, original_url, author_name, licence, language, media, text_hash, ${now}
      from written join pushed using (site_id, external_id)
    )
    select id, site_id as "siteId", external_id as "externalId", revision from written`;
}

/** What is sent for each row: a list a column, which PostgreSQL reads faster than JSON or a long list of parameters. */
const columns: readonly (readonly [name: string, type: string, valueOf: (row: ReadyRow) => string | number | null])[] = [
  ['id', 'uuid', () => newId()],
  ['site_id', 'uuid', (row) => row.siteId],
  ['external_id', 'text', (row) => row.externalId],
  ['unit_id', 'uuid', (row) => row.unitId],
  ['strand', 'text', (row) => row.strand],
  ['work_type', 'text', (row) => row.workType],
  // Lists of unequal length make no array of arrays; codes hold no blanks.
  ['topics', 'text', (row) => row.topics.join(' ')],
  ['group_id', 'uuid', (row) => row.groupId],
  ['participants', 'integer', (row) => row.participants],
  ['hours', 'numeric', (row) => row.hours],
  ['published_at', 'timestamptz', (row) => row.publishedAt],
  ['content_hash', 'bytea', (row) => `\\x${row.contentHash}`],
  ['title', 'text', (row) => row.title],
  ['html', 'text', (row) => row.html],
  ['text', 'text', (row) => row.text],
  ['summary', 'text', (row) => row.summary],
  ['url', 'text', (row) => row.url],
  ['original_url', 'text', (row) => row.originalUrl],
  ['author_name', 'text', (row) => row.authorName],
  ['licence', 'text', (row) => row.licence],
  ['language', 'text', (row) => row.language],
  ['media', 'jsonb', (row) => JSON.stringify(row.media)],
  ['text_hash', 'bytea', (row) => `\\x${row.textHash}`],
];
