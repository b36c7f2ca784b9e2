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
  return sql<StoredPost>`
    with pushed as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows.map(asColumns))}::jsonb) as row (
        id uuid, site_id uuid, external_id text, unit_id uuid, strand text, work_type text, topics text[], group_id uuid,
        participants integer, hours numeric, published_at timestamptz, content_hash text, title text, html text, text text, summary text,
        url text, original_url text, author_name text, licence text, language text, media jsonb, text_hash text)
    ), written as (
      insert into posts (id, site_id, external_id, unit_id, strand, work_type, topics, group_id, participants, hours,
                         published_at, received_at, revision, content_hash)
      select id, site_id, external_id, unit_id, strand, work_type, topics, group_id, participants, hours,
             published_at, ${now}, 1, decode(content_hash, 'hex')
      from pushed
      on conflict (site_id, external_id) do update set
        unit_id = excluded.unit_id, strand = excluded.strand, work_type = excluded.work_type, topics = excluded.topics,
        group_id = excluded.group_id, participants = excluded.participants, hours = excluded.hours,
        published_at = excluded.published_at, revision = posts.revision + 1, content_hash = excluded.content_hash
      where posts.content_hash <> excluded.content_hash and posts.withdrawn_at is null
      returning id, site_id, external_id, revision
    ), revised as (
      insert into revisions (post_id, number, title, html, text, summary, url, original_url, author_name, licence, language, media, text_hash, received_at)
      select written.id, written.revision, title, html, text, summary, url, original_url, author_name, licence, language, media,
             decode(text_hash, 'hex'), ${now}
      from written join pushed using (site_id, external_id)
    )
    select id, site_id as "siteId", external_id as "externalId", revision from written`;
}

function asColumns(row: ReadyRow): object {
  return {
    id: newId(),
    site_id: row.siteId,
    external_id: row.externalId,
    unit_id: row.unitId,
    strand: row.strand,
    work_type: row.workType,
    topics: row.topics,
    group_id: row.groupId,
    participants: row.participants,
    hours: row.hours,
    published_at: row.publishedAt,
    content_hash: row.contentHash,
    title: row.title,
    html: row.html,
    text: row.text,
    summary: row.summary,
    url: row.url,
    original_url: row.originalUrl,
    author_name: row.authorName,
    licence: row.licence,
    language: row.language,
    media: row.media,
    text_hash: row.textHash,
  };
}
