import { sql } from 'kysely';
import { type Database, type Viewer, isStorable, query } from '../platform/index.js';
import type { PushPostsInput } from './post-input.view.js';
import { type SiteChoice, readSites } from './choose-site.js';

/** What the codes in a batch stand for. Absent ones do not exist. */
export interface Codes {
  readonly sites: SiteChoice;
  readonly units: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly topics: ReadonlySet<string>;
}

interface CodeRow {
  readonly kind: 'UNIT' | 'GROUP' | 'TOPIC';
  readonly code: string;
  readonly id: string;
}

/** Looks up every code that a batch names, in two statements whatever its size. */
export async function readCodes(db: Database, viewer: Viewer, input: PushPostsInput): Promise<Codes> {
  const siteCodes = distinct([input.siteCode, ...input.posts.map((post) => post.siteCode)]);
  const unitCodes = distinct(input.posts.map((post) => post.unitCode));
  const groupCodes = distinct(input.posts.map((post) => post.volunteerGroupCode));
  const topicCodes = distinct(input.posts.flatMap((post) => post.topics ?? []));
  const [sites, rows] = await Promise.all([
    readSites(db, viewer, siteCodes),
    query(
      db,
      sql<CodeRow>`select 'UNIT' as kind, code, id from units where code = any(${unitCodes}::text[])
                   union all select 'GROUP', code, id from volunteer_groups where code = any(${groupCodes}::text[])
                   union all select 'TOPIC', code, id from topics where code = any(${topicCodes}::text[])`,
    ),
  ]);
  const byCode = (kind: CodeRow['kind']) => rows.filter((row) => row.kind === kind).map((row) => [row.code, row.id] as const);
  return { sites, units: new Map(byCode('UNIT')), groups: new Map(byCode('GROUP')), topics: new Set(byCode('TOPIC').map(([code]) => code)) };
}

const LONGEST_CODE = 100;

/** Codes worth asking for: the database refuses a whole statement for one NUL character. */
function distinct(codes: readonly (string | null | undefined)[]): string[] {
  const asked = codes.filter((code): code is string => typeof code === 'string' && code.length <= LONGEST_CODE && isStorable(code));
  return [...new Set(asked)];
}
