import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import { groupRows } from './group-rows.js';
import { type StatementRow, StatementView } from './statement.view.js';

/** Statements of reasons about posts, by the post's uuid, the newest first. */
export const statementsByPost: LoaderKind<string, StatementView[]> = {
  async load(db, postIds) {
    const rows = await query(
      db,
      sql<StatementRow>`
        select id as uuid, post_id as "postId", restriction, category, rule, facts, spans, automated_detection as "automatedDetection",
               automated_decision as "automatedDecision", issued_at as "issuedAt", appeal_by as "appealBy", rescinded_at as "rescindedAt"
        from statements where post_id = any(${postIds}::uuid[])
        order by id desc`,
    );
    return groupRows(rows, ({ postId }) => postId, (row) => new StatementView(row));
  },
};
