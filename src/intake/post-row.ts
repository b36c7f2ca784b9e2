import { sql } from 'kysely';
import type { Strand } from '../campaign/index.js';
import type { MediaKind, WorkType } from './work-type.js';

/** A picture, film or recording that belongs to a post, as its site serves it. */
export interface MediaRow {
  readonly kind: MediaKind;
  readonly url: string;
  readonly alt: string | null;
}

/** A post at one of its revisions, as `postColumns` reads it; its text and HTML are read apart, as they are long. */
export interface PostRow {
  readonly uuid: string;
  readonly siteId: string;
  readonly unitId: string;
  readonly externalId: string;
  readonly strand: Strand;
  readonly workType: WorkType;
  /** Codes. */
  readonly topics: string[];
  readonly participants: number | null;
  readonly hours: number | null;
  /** Times as PostgreSQL writes them, with offset. */
  readonly publishedAt: string;
  readonly receivedAt: string;
  readonly withdrawnAt: string | null;
  readonly revision: number;
  readonly title: string;
  readonly summary: string | null;
  readonly url: string;
  readonly originalUrl: string | null;
  readonly authorName: string;
  readonly licence: string | null;
  readonly language: string;
  readonly media: MediaRow[];
}

/** Select list of a {@link PostRow} from `posts p join revisions r on r.post_id = p.id and r.number = …`, as text for prepared statements. */
export const postColumnsText = `
  p.id as uuid, p.site_id as "siteId", p.unit_id as "unitId", p.external_id as "externalId", p.strand, p.work_type as "workType",
  p.topics, p.participants, p.hours::float8 as hours, p.published_at as "publishedAt", p.received_at as "receivedAt",
  p.withdrawn_at as "withdrawnAt", r.number as revision, r.title, r.summary, r.url, r.original_url as "originalUrl",
  r.author_name as "authorName", r.licence, r.language, r.media`;

/** The same for Kysely's `sql` template. */
export const postColumns = sql.raw<PostRow>(postColumnsText);

/** What a revision says: its text as extracted, its HTML as received and as made safe (null until a worker has). */
export interface PostContent {
  readonly text: string;
  readonly html: string | null;
  readonly safeHtml: string | null;
}
