import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';
import { groupRows } from './group-rows.js';
import type { PolicyPack } from './policy/policy-pack.js';
import type { Circumstances, EarlierCopy } from './screening/circumstances.js';

/** Copies before a post that are counted, and looked at for whose they are; the cost of a post that was pushed a million times. */
const MOST_COUNTED = 200;
/** Earlier posts of others that a post is compared with. */
const MOST_EARLIER = 4;

type CopiesPolicy = PolicyPack['copies'];

/**
 * What is known of posts beside their words: two statements a batch, whatever its size.
 * @returns by uuid of the post
 */
export async function gatherCircumstances(on: Queryable, postIds: readonly string[], copies: CopiesPolicy): Promise<Map<string, Circumstances>> {
  const earlier = groupRows(
    await query(on, earlierCopies(postIds, copies?.sharedBylines ?? [])),
    ({ postId }) => postId,
    (copy): EarlierCopy => copy,
  );
  const facts = await query(on, ownFacts(postIds, copies?.flooding.withinMinutes ?? 0));
  return new Map(facts.map(({ postId, ...known }) => [postId, { ...known, earlierCopies: earlier.get(postId) ?? [] }]));
}

function ownFacts(postIds: readonly string[], withinMinutes: number) {
  return sql<Omit<Circumstances, 'earlierCopies'> & { postId: string }>`
    select p.id as "postId", r.author_name as "authorName", p.published_at as "publishedAt", r.original_url as "originalUrl", s.url as "siteUrl",
           jsonb_array_length(r.media) as media,
           (select count(*)::int from jsonb_array_elements(r.media) one where coalesce(one ->> 'alt', '') = '') as "mediaWithoutAlt",
           recent.by_author as "recentByAuthor", recent.by_site as "recentBySite"
    from posts p
    join revisions r on r.post_id = p.id and r.number = p.revision
    join sites s on s.id = p.site_id
    left join copies c on c.post_id = p.id
    cross join lateral (
      select count(*) filter (where x.author_name = r.author_name)::int as by_author, count(*) filter (where q.site_id = p.site_id)::int as by_site
      from (select o.post_id from copies o where o.cluster_id = c.cluster_id and o.post_id < p.id order by o.post_id desc limit ${MOST_COUNTED}) o
      join posts q on q.id = o.post_id
      join revisions x on x.post_id = q.id and x.number = q.revision
      where q.received_at > p.received_at - make_interval(mins => ${withinMinutes})
    ) recent
    where p.id = any(${postIds}::uuid[])`;
}

/**
 * Somebody else is who signs otherwise; under a byline that many share, who pushes from another site. What came after the
 * author's own first post is no source of theirs.
 */
function earlierCopies(postIds: readonly string[], sharedBylines: readonly string[]) {
  return sql<EarlierCopy & { postId: string }>`
    select p.id as "postId", earlier.title, earlier."siteName", earlier."authorName", t.text, earlier."publishedAt"
    from posts p
    join revisions r on r.post_id = p.id and r.number = p.revision
    join copies c on c.post_id = p.id
    cross join lateral (
      select member.*
      from (
        select q.id, q.revision, q.withdrawn_at, x.title, s.name as "siteName", x.author_name as "authorName", q.published_at as "publishedAt",
               bool_or(x.author_name = r.author_name and (q.site_id = p.site_id or r.author_name <> all(${sharedBylines}::text[]))) over (order by q.id) as own_before
        from (select o.post_id from copies o where o.cluster_id = c.cluster_id and o.post_id < p.id order by o.post_id limit ${MOST_COUNTED}) o
        join posts q on q.id = o.post_id
        join revisions x on x.post_id = q.id and x.number = q.revision
        join sites s on s.id = q.site_id
      ) member
      where not member.own_before and member.withdrawn_at is null
      order by member.id
      limit ${MOST_EARLIER}
    ) earlier
    join revisions t on t.post_id = earlier.id and t.number = earlier.revision
    where p.id = any(${postIds}::uuid[])
    order by p.id, earlier.id`;
}
