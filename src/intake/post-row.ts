import { sql } from 'kysely';
import type { Strand } from '../campaign/index.js';
import type { MediaKind, WorkType } from './work-type.js';

/** A picture, film or recording that belongs to a post, as its site serves it. */
export interface MediaRow {
  readonly kind: MediaKind;
  readonly url: string;
  readonly alt: string | null;
}

/** What lists show of a post at one of its revisions, as `briefPostColumnsText` reads it. */
export interface BriefPostRow {
  readonly uuid: string;
  readonly siteId: string;
  readonly unitId: string;
  readonly strand: Strand;
  /** Time as PostgreSQL writes it, with offset. */
  readonly publishedAt: string;
  readonly revision: number;
  readonly title: string;
  readonly summary: string | null;
  readonly url: string;
  readonly authorName: string;
}

/** A post at one of its revisions, as `postColumns` reads it; its text and HTML are read apart, as they are long. */
export interface PostRow extends BriefPostRow {
  readonly externalId: string;
  readonly workType: WorkType;
  /** Codes. */
  readonly topics: string[];
  readonly participants: number | null;
  readonly hours: number | null;
  /** Time as PostgreSQL writes it, with offset. */
  readonly receivedAt: string;
  readonly originalUrl: string | null;
  readonly licence: string | null;
  readonly language: string;
  readonly media: MediaRow[];
}

/** Fields of a post for which a {@link BriefPostRow} is enough. */
export const BRIEF_POST_FIELDS: readonly string[] = ['id', 'site', 'unit', 'strand', 'publishedAt', 'revision', 'title', 'summary', 'url', 'authorName'];

/** Select list of a {@link BriefPostRow}, from the same tables as `postColumnsText`. */
export const briefPostColumnsText = `
  p.id as uuid, p.site_id as "siteId", p.unit_id as "unitId", p.strand, p.published_at as "publishedAt",
  r.number as revision, r.title, r.summary, r.url, r.author_name as "authorName"`;

/** Select list of a {@link PostRow} from `posts p join revisions r on r.post_id = p.id and r.number = …`, as text for prepared statements. */
export const postColumnsText = `${briefPostColumnsText},
  p.external_id as "externalId", p.work_type as "workType", p.topics, p.participants, p.hours::float8 as hours,
  p.received_at as "receivedAt", r.original_url as "originalUrl", r.licence, r.language, r.media`;

/** The same for Kysely's `sql` template. */
export const postColumns = sql.raw<PostRow>(postColumnsText);

/** What a revision says: its text as extracted, its HTML as received and as made safe (null until a worker has). */
export interface PostContent {
  readonly text: string;
  readonly html: string | null;
  readonly safeHtml: string | null;
}
