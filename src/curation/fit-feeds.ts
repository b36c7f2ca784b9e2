import { sql } from 'kysely';
import { type Tx, emit, query } from '../platform/index.js';
import { feedChanged } from './events.js';
import { feedFingerprints, feedRules } from './feed-rules.js';

const ACTOR = 'system:curation';
const POSTS_A_STEP = 2_000;

/**
 * Puts posts into the feeds whose rules they meet now and takes them out of all others. It asks what is, not what
 * happened, so doing it twice, late or out of order ends in the same feeds.
 * @param postIds uuids of posts about which something may have changed
 * @param feedIds uuids of the feeds to look at, or null for all
 * @returns uuids of the feeds that now show something else
 */
export async function fitPosts(tx: Tx, postIds: readonly string[], now: Date, feedIds: readonly string[] | null = null): Promise<string[]> {
  const changed = await query(
    tx,
    sql<{ id: string }>`
      with rules as materialized (${feedRules} where ${feedIds}::uuid[] is null or f.id = any(${feedIds}::uuid[])),
      visible as materialized (
        select p.id, p.strand, p.topics, p.published_at, u.path, s.code as site, st.approved_revision as revision
        from posts p
        join standings st on st.post_id = p.id and st.standing = 'PUBLISHABLE' and st.approved_revision is not null
        join units u on u.id = p.unit_id
        join sites s on s.id = p.site_id
        where p.id = any(${postIds}::uuid[]) and p.withdrawn_at is null
      ),
      wanted as materialized (
        select r.id as feed_id, v.id as post_id, v.revision, v.published_at, ${reasons} as reasons
        from rules r join visible v
          on (r.strands is null or v.strand = any(r.strands))
         and (r.topics is null or v.topics && r.topics)
         and (r.sites is null or v.site = any(r.sites))
         and (r.units is null or r.units @> v.path)
      ),
      gone as (
        delete from feed_items i using rules r
        where i.feed_id = r.id and i.post_id = any(${postIds}::uuid[])
          and not exists (select from wanted w where w.feed_id = i.feed_id and w.post_id = i.post_id)
        returning i.feed_id
      ),
      put as (
        insert into feed_items as i (feed_id, post_id, revision, reasons, published_at, added_at)
        select feed_id, post_id, revision, reasons, published_at, ${now} from wanted
        on conflict (feed_id, post_id) do update
          set revision = excluded.revision, reasons = excluded.reasons, published_at = excluded.published_at
          where (i.revision, i.reasons, i.published_at) is distinct from (excluded.revision, excluded.reasons, excluded.published_at)
        returning feed_id
      )
      update feeds f set revision = f.revision + 1, updated_at = ${now}
      where f.id in (select feed_id from gone union select feed_id from put)
      returning f.id`,
  );
  await emit(tx, ACTOR, now, changed.map(({ id }) => feedChanged.draft(id, {})));
  return changed.map(({ id }) => id);
}

/** Why a post is in: one entry for each key of the rule, by the values that it met. */
const reasons = sql`
  array_remove(
    array[case when r.strands is not null then 'strand ' || v.strand end]
      || case when r.topics is not null then array(select 'topic ' || topic from unnest(v.topics) as topic where topic = any(r.topics) order by topic) end
      || case when r.units is not null then array(select 'unit ' || u.code from units u where u.path = (r.units ?@> v.path)) end
      || case when r.sites is not null then 'site ' || v.site end,
    null)`;

/**
 * Fits all visible posts to those feeds whose rule, or the units that it means, changed since they were last fitted:
 * feeds were imported, or units moved.
 */
export async function refitFeeds(tx: Tx, now: Date): Promise<void> {
  const stale = await query(
    tx,
    sql<{ id: string; fingerprint: Buffer }>`
      select n.id, n.fingerprint from (${feedFingerprints}) n join feeds f on f.id = n.id where f.fitted is distinct from n.fingerprint`,
  );
  if (stale.length === 0) return;
  const feedIds = stale.map(({ id }) => id);
  for (let postIds = await visibleAfter(tx, null); postIds.length > 0; postIds = await visibleAfter(tx, postIds.at(-1) ?? null)) {
    await fitPosts(tx, postIds, now, feedIds);
  }
  await query(
    tx,
    sql`update feeds f set fitted = n.fingerprint
        from unnest(${feedIds}::uuid[], ${stale.map(({ fingerprint }) => fingerprint)}::bytea[]) as n (id, fingerprint) where f.id = n.id`,
  );
}

async function visibleAfter(tx: Tx, after: string | null): Promise<string[]> {
  const rows = await query(
    tx,
    sql<{ id: string }>`
      select post_id as id from standings
      where standing = 'PUBLISHABLE' and (${after}::uuid is null or post_id > ${after}::uuid)
      order by post_id limit ${POSTS_A_STEP}`,
  );
  return rows.map(({ id }) => id);
}
