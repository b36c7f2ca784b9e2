import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import { FindingView } from './finding.view.js';
import type { Finding } from './screening/screen.js';

/** What screening found, by `<post uuid>:<revision>`; absent where the revision was not screened. */
export const findingsByRevision: LoaderKind<string, FindingView[]> = {
  async load(db, keys) {
    const parts = keys.map((key) => key.split(':'));
    const rows = await query(
      db,
      sql<{ key: string; findings: Finding[] }>`
        select s.post_id || ':' || s.revision as key, s.findings
        from unnest(${parts.map(([postId]) => postId)}::uuid[], ${parts.map(([, revision]) => Number(revision))}::int[]) as wanted (post_id, revision)
        join screenings s using (post_id, revision)`,
    );
    return new Map(rows.map(({ key, findings }) => [key, findings.map((finding) => new FindingView(finding))]));
  },
};
