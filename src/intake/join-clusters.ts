import type { CopyPair } from './match-copies.js';

/** A post in the cluster of its copies. */
export interface Membership {
  readonly postId: string;
  readonly clusterId: string;
}

/** What must be written so that all that are copies of one another are in one cluster. */
export interface ClusterChanges {
  readonly joining: readonly Membership[];
  /** Clusters that turn out to be part of another, or whose earliest post is another. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Joins pairs of copies and the clusters that they are in. Pure. The earliest post names the cluster; as ids grow with
 * time and a cluster has the id of its earliest post, that is the least of all ids in it.
 */
export function joinClusters(pairs: readonly Pick<CopyPair, 'postId' | 'otherId'>[], known: readonly Membership[]): ClusterChanges {
  const parents = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    for (let parent = parents.get(top); parent !== undefined; parent = parents.get(top)) top = parent;
    for (let at = id; at !== top; ) {
      const next = parents.get(at) ?? top;
      parents.set(at, top);
      at = next;
    }
    return top;
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [find(one), find(other)];
    if (a !== b) parents.set(a < b ? b : a, a < b ? a : b);
  };
  for (const { postId, clusterId } of known) join(postId, clusterId);
  for (const { postId, otherId } of pairs) join(postId, otherId);
  const members = new Set(known.map(({ postId }) => postId));
  const newcomers = [...new Set(pairs.flatMap(({ postId, otherId }) => [postId, otherId]))].filter((id) => !members.has(id));
  const clusters = [...new Set(known.map(({ clusterId }) => clusterId))];
  return {
    joining: newcomers.map((postId) => ({ postId, clusterId: find(postId) })),
    renamed: clusters.flatMap((from) => (find(from) === from ? [] : [{ from, to: find(from) }])),
  };
}
