import { sql } from 'kysely';
import { type Database, type Tx, query, transaction } from '../platform/index.js';
import { fingerprintRevisions } from './fingerprint-revisions.js';
import { joinClusters, type Membership } from './join-clusters.js';
import { type CopyPair, type CopyRule, matchCopies } from './match-copies.js';

/**
 * Puts posts into the clusters of their copies, whatever site these are from. A post whose newest text is no copy any
 * more leaves its cluster. Doing it twice changes nothing.
 *
 * Fingerprints are committed before copies are looked for, and clusters are written one batch after the other: so copies
 * that come in at the same time end in one cluster. Batches without copies wait for nobody.
 * @param postIds at most a few hundred
 */
export async function clusterCopies(db: Database, postIds: readonly string[], rule: CopyRule): Promise<void> {
  await fingerprintRevisions(db, postIds);
  const pairs = await matchCopies(db, postIds, rule);
  const overtaken = await query(db, overtakenMembers(postIds));
  if (pairs.length === 0 && overtaken.length === 0) return;
  await transaction(db, async (tx) => {
    await query(tx, sql`select pg_advisory_xact_lock(hashtext('copies'))`);
    await leaveClusters(tx, postIds);
    await writeClusters(tx, pairs);
  });
}

/** Posts that are in a cluster for a text that is no longer their newest. */
function overtakenMembers(postIds: readonly string[]) {
  return sql<{ postId: string }>`
    select c.post_id as "postId" from copies c join posts p on p.id = c.post_id
    where c.post_id = any(${postIds}::uuid[]) and c.revision < p.revision`;
}

/** Takes posts with another text out of their clusters; the clusters are named anew, and one that is left alone is none. */
async function leaveClusters(tx: Tx, postIds: readonly string[]): Promise<void> {
  const leaving = (await query(tx, overtakenMembers(postIds))).map(({ postId }) => postId);
  if (leaving.length === 0) return;
  const left = await query(tx, sql<{ clusterId: string }>`delete from copies where post_id = any(${leaving}::uuid[]) returning cluster_id as "clusterId"`);
  const clusterIds = left.map(({ clusterId }) => clusterId);
  await query(
    tx,
    sql`with remaining as (
          select cluster_id, (array_agg(post_id order by post_id))[1] as earliest, count(*) as members
          from copies where cluster_id = any(${clusterIds}::uuid[]) group by cluster_id
        ), alone as (
          delete from copies c using remaining r where r.cluster_id = c.cluster_id and r.members = 1
        )
        update copies c set cluster_id = r.earliest from remaining r
        where r.cluster_id = c.cluster_id and r.members > 1 and r.earliest <> c.cluster_id`,
  );
}

async function writeClusters(tx: Tx, pairs: readonly CopyPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const involved = [...new Set(pairs.flatMap(({ postId, otherId }) => [postId, otherId]))];
  const known = await query(tx, sql<Membership>`select post_id as "postId", cluster_id as "clusterId" from copies where post_id = any(${involved}::uuid[])`);
  const { joining, renamed } = joinClusters(pairs, known);
  const revisions = new Map(pairs.flatMap((pair) => [[pair.postId, pair.revision], [pair.otherId, pair.otherRevision]] as const));
  await query(
    tx,
    sql`insert into copies (post_id, cluster_id, revision)
        select * from unnest(${joining.map(({ postId }) => postId)}::uuid[], ${joining.map(({ clusterId }) => clusterId)}::uuid[],
                             ${joining.map(({ postId }) => revisions.get(postId) ?? 0)}::int[])
        on conflict do nothing`,
  );
  await query(
    tx,
    sql`update copies c set cluster_id = made.to_id
        from unnest(${renamed.map(({ from }) => from)}::uuid[], ${renamed.map(({ to }) => to)}::uuid[]) as made (from_id, to_id)
        where c.cluster_id = made.from_id`,
  );
}
