import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import { AdviceView } from './advice.view.js';
import type { CheckOutcome } from './screening/screen.js';

/** What the checks advise, by `<post uuid>:<revision>`; absent where the revision was not screened. */
export const adviceByRevision: LoaderKind<string, AdviceView[]> = {
  async load(db, keys) {
    const parts = keys.map((key) => key.split(':'));
    const rows = await query(
      db,
      sql<{ key: string; checks: CheckOutcome[] }>`
        select s.post_id || ':' || s.revision as key, s.checks
        from unnest(${parts.map(([postId]) => postId)}::uuid[], ${parts.map(([, revision]) => Number(revision))}::int[]) as wanted (post_id, revision)
        join screenings s using (post_id, revision)`,
    );
    return new Map(rows.map(({ key, checks }) => [key, checks.flatMap(({ check, advice }) => (advice === undefined ? [] : [new AdviceView(check, advice)]))]));
  },
};
