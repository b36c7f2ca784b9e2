import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';
import { groupRows } from './group-rows.js';
import type { PolicyPack } from './policy/policy-pack.js';
import { type ClusterMember, countRecent, earlierByOthers } from './read-cluster.js';
import type { Circumstances } from './screening/circumstances.js';

/** Earliest members of a cluster that are read, and latest ones: this bounds the cost of a text that was pushed a million times. */
const MOST_MEMBERS = 100;

type CopiesPolicy = PolicyPack['copies'];

interface OwnFacts extends Pick<Circumstances, 'authorName' | 'publishedAt' | 'originalUrl' | 'siteUrl' | 'media' | 'mediaWithoutAlt'> {
  readonly postId: string;
  readonly siteId: string;
  readonly receivedAt: string;
  readonly clusterId: string | null;
}

/**
 * What is known of posts beside their words: one statement a batch, and two more if there are copies among them.
 * @returns by uuid of the post
 */
export async function gatherCircumstances(on: Queryable, postIds: readonly string[], copies: CopiesPolicy): Promise<Map<string, Circumstances>> {
  const facts = await query(on, ownFacts(postIds));
  const clusterIds = [...new Set(facts.flatMap(({ clusterId }) => clusterId ?? []))];
  const members = copies === undefined || clusterIds.length === 0 ? [] : await query(on, clusterMembers(clusterIds, postIds, latestNeeded(copies)));
  const clusters = groupRows(members, ({ clusterId }) => clusterId, (member): ClusterMember => member);
  const read = facts.map((own) => {
    const before = (clusters.get(own.clusterId ?? '') ?? []).filter(({ postId }) => postId < own.postId);
    return { own, before, others: earlierByOthers(own, before, copies?.sharedBylines ?? []) };
  });
  const sources = [...new Set(read.flatMap(({ others }) => others.map(({ postId }) => postId)))];
  const texts = new Map(sources.length === 0 ? [] : (await query(on, textsOf(sources))).map(({ postId, text }) => [postId, text]));
  return new Map(
    read.map(({ own, before, others }) => [
      own.postId,
      {
        ...own,
        ...countRecent(own, before, copies?.flooding.withinMinutes ?? 0),
        earlierCopies: others.flatMap((other) => {
          const text = texts.get(other.postId);
          return text === undefined ? [] : [{ ...other, text }];
        }),
      },
    ]),
  );
}

function ownFacts(postIds: readonly string[]) {
  return sql<OwnFacts>`
    select p.id as "postId", p.site_id as "siteId", p.received_at as "receivedAt", p.published_at as "publishedAt", c.cluster_id as "clusterId",
           r.author_name as "authorName", r.original_url as "originalUrl", s.url as "siteUrl", jsonb_array_length(r.media) as media,
           (select count(*)::int from jsonb_array_elements(r.media) one where coalesce(one ->> 'alt', '') = '') as "mediaWithoutAlt"
    from posts p
    join revisions r on r.post_id = p.id and r.number = p.revision
    join sites s on s.id = p.site_id
    left join copies c on c.post_id = p.id
    where p.id = any(${postIds}::uuid[])`;
}

/** A limit is reached only by who is seen to have reached it. */
function latestNeeded({ flooding }: NonNullable<CopiesPolicy>): number {
  return Math.max(MOST_MEMBERS, flooding.sameAuthor, flooding.sameSite);
}

/** The earliest members of clusters, and so many of the latest before each of these posts, in their order. */
function clusterMembers(clusterIds: readonly string[], postIds: readonly string[], latest: number) {
  const last = [...postIds].sort().at(-1);
  return sql<ClusterMember & { clusterId: string }>`
    select member.cluster_id as "clusterId", q.id as "postId", q.site_id as "siteId", q.received_at as "receivedAt", q.published_at as "publishedAt",
           q.withdrawn_at is not null as withdrawn, x.title, x.author_name as "authorName", s.name as "siteName"
    from unnest(${clusterIds}::uuid[]) as cluster (id)
    cross join lateral (
      (select cluster_id, post_id from copies where cluster_id = cluster.id order by post_id limit ${MOST_MEMBERS})
      union
      (select cluster_id, post_id from copies where cluster_id = cluster.id and post_id <= ${last} order by post_id desc limit ${latest + postIds.length})
    ) member
    join posts q on q.id = member.post_id
    join revisions x on x.post_id = q.id and x.number = q.revision
    join sites s on s.id = q.site_id
    order by q.id`;
}

function textsOf(postIds: readonly string[]) {
  return sql<{ postId: string; text: string }>`
    select p.id as "postId", r.text from posts p join revisions r on r.post_id = p.id and r.number = p.revision where p.id = any(${postIds}::uuid[])`;
}
