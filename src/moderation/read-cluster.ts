/** A post in a cluster of copies. Times as PostgreSQL writes them. */
export interface ClusterMember {
  readonly postId: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly title: string;
  readonly authorName: string;
  readonly receivedAt: string;
  readonly publishedAt: string;
  readonly withdrawn: boolean;
}

type Author = Pick<ClusterMember, 'siteId' | 'authorName'>;

/** Earlier posts of others that a post is compared with. */
const MOST_EARLIER = 4;

/** Members before a post that came within the window: by the same author, and from the same site. */
export function countRecent(own: Author & { readonly receivedAt: string }, before: readonly ClusterMember[], withinMinutes: number): { recentByAuthor: number; recentBySite: number } {
  const since = new Date(own.receivedAt).getTime() - withinMinutes * 60_000;
  const recent = before.filter(({ receivedAt }) => new Date(receivedAt).getTime() > since);
  return {
    recentByAuthor: recent.filter(({ authorName }) => authorName === own.authorName).length,
    recentBySite: recent.filter(({ siteId }) => siteId === own.siteId).length,
  };
}

/**
 * The first members by somebody else: who signs otherwise or, under a byline that many share, pushes from another site.
 * What came after the author's own first post is no source of theirs, and what its site withdrew is named no more.
 * @param before members that came before the post, in their order
 */
export function earlierByOthers(own: Author, before: readonly ClusterMember[], sharedBylines: readonly string[]): ClusterMember[] {
  const isOwn = (member: ClusterMember): boolean => member.authorName === own.authorName && (member.siteId === own.siteId || !sharedBylines.includes(own.authorName));
  const first = before.findIndex(isOwn);
  const others = first === -1 ? before : before.slice(0, first);
  return others.filter(({ withdrawn }) => !withdrawn).slice(0, MOST_EARLIER);
}
