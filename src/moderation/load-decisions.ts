import { sql } from 'kysely';
import { type LoaderKind, query } from '../platform/index.js';
import { type DecisionRow, DecisionView } from './decision.view.js';
import { groupRows } from './group-rows.js';

const columns = sql`d.id as uuid, d.review_id as "reviewId", d.action, d.category, d.rationale, d.spans, d.nominate, by.name as "decidedBy",
  d.decided_at as "decidedAt", undoer.name as "undoneBy", d.undone_at as "undoneAt", d.undo_rationale as "undoRationale"`;

const source = sql`decisions d join members by on by.id = d.decided_by left join members undoer on undoer.id = d.undone_by`;

/** Decisions by the review's uuid, in the order in which they were made. */
export const decisionsByReview: LoaderKind<string, DecisionView[]> = {
  async load(db, reviewIds) {
    const rows = await query(db, sql<DecisionRow>`select ${columns} from ${source} where d.review_id = any(${reviewIds}::uuid[]) order by d.id`);
    return groupRows(rows, ({ reviewId }) => reviewId, (row) => new DecisionView(row));
  },
};

/** Decisions by uuid. */
export const decisionById: LoaderKind<string, DecisionView> = {
  async load(db, ids) {
    const rows = await query(db, sql<DecisionRow>`select ${columns} from ${source} where d.id = any(${ids}::uuid[])`);
    return new Map(rows.map((row) => [row.uuid, new DecisionView(row)]));
  },
};
