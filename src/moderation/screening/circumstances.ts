/** A post that came before one with almost the same text, by somebody else. */
export interface EarlierCopy {
  readonly title: string;
  readonly siteName: string;
  readonly authorName: string;
  readonly text: string;
  /** As PostgreSQL writes it. */
  readonly publishedAt: string;
}

/** What is known of a post beside its words. Where there is no database to ask, there are none, and checks that need them are skipped. */
export interface Circumstances {
  readonly authorName: string;
  /** As PostgreSQL writes it. */
  readonly publishedAt: string;
  /** Where it first appeared, if its site says that it is a reprint. */
  readonly originalUrl: string | null;
  /** Address of the site that pushed it. */
  readonly siteUrl: string;
  /** Its pictures, films and recordings, and how many of them nobody has described in words. */
  readonly media: number;
  readonly mediaWithoutAlt: number;
  /** Copies of it that came before it within the policy's window, by the same author and from the same site. */
  readonly recentByAuthor: number;
  readonly recentBySite: number;
  /** The earliest posts of others in its cluster of copies, the first in front. */
  readonly earlierCopies: readonly EarlierCopy[];
}

/** Why a check that needs circumstances did not look. */
export const NO_CIRCUMSTANCES = 'there is no database to ask for what is known beside the words';
