import { sql } from 'kysely';
import { type Tx, newId, query, queryOne } from '../platform/index.js';
import type { PolicyCategory } from './policy/policy-pack.js';
import type { Finding, Span } from './screening/screen.js';

const APPEAL_DAYS = 30;
const DAY_MS = 86_400_000;

export interface Grounds {
  readonly decisionId: string;
  readonly review: { readonly postId: string; readonly revision: number };
  readonly siteId: string;
  readonly restriction: 'RETURNED' | 'REMOVED';
  readonly category: PolicyCategory;
  /** What the person who decided wrote. */
  readonly facts: string;
  /** What the person marked; where nothing was, the findings of the category speak. */
  readonly spans: readonly Span[];
  readonly now: Date;
}

/**
 * Issues the statement of reasons that every restriction carries. Its fields follow the statement of reasons of the EU's
 * Digital Services Act, article 17: what was restricted, on which ground, on which facts, whether automation found it
 * (it never decides), and how long an appeal is open.
 * @returns its uuid
 */
export async function issueStatement(tx: Tx, grounds: Grounds): Promise<string> {
  const { decisionId, review, siteId, restriction, category, facts, now } = grounds;
  const findings = await findingsIn(tx, review, category.code);
  const spans = grounds.spans.length > 0 ? grounds.spans : findings.flatMap((finding) => finding.spans);
  const appealBy = new Date(now.getTime() + APPEAL_DAYS * DAY_MS);
  const id = newId();
  await query(
    tx,
    sql`insert into statements (id, decision_id, post_id, site_id, restriction, category, rule, facts, spans, automated_detection, issued_at, appeal_by)
        values (${id}, ${decisionId}, ${review.postId}, ${siteId}, ${restriction}, ${category.code}, ${JSON.stringify(category.definition)}::jsonb,
                ${facts}, ${JSON.stringify(spans)}::jsonb, ${findings.length > 0}, ${now}, ${appealBy})`,
  );
  return id;
}

async function findingsIn(tx: Tx, { postId, revision }: Grounds['review'], category: string): Promise<Finding[]> {
  const row = await queryOne(tx, sql<{ findings: Finding[] }>`select findings from screenings where post_id = ${postId} and revision = ${revision}`);
  return (row?.findings ?? []).filter((finding) => finding.category === category);
}
