import { sql } from 'kysely';
import { type Tx, query } from '../../platform/index.js';
import type { ScreeningPolicy } from '../brake/screening-policy.js';
import { ruleKey } from '../screening/finding.js';
import type { ScreenResult } from '../screening/screen.js';

/** How the shadow's outcome compares with the served version's. */
export const SHADOW_KINDS = ['BOTH_CLEAR', 'BOTH_HOLD', 'NEWLY_HELD', 'NEWLY_RELEASED'] as const;
export type ShadowKind = (typeof SHADOW_KINDS)[number];

/** In place of a rule: all posts of that kind. */
export const ALL_RULES = '';

export interface ShadowedPost {
  readonly post: { readonly postId: string; readonly revision: number };
  readonly result: ScreenResult;
  readonly shadow: ScreenResult | undefined;
}

/**
 * Keeps what the shadow made of posts, and counts it, in the transaction of their screening; nothing follows from it. The
 * counts are kept so that figures cost the same after a day and after a million posts.
 */
export async function recordShadow(tx: Tx, { served, shadow }: Pick<ScreeningPolicy, 'served' | 'shadow'>, posts: readonly ShadowedPost[], now: Date): Promise<void> {
  if (shadow === undefined || posts.length === 0) return;
  const rows = posts.flatMap(({ post, result, shadow: shadowed }) =>
    shadowed === undefined ? [] : [{ postId: post.postId, revision: post.revision, outcome: shadowed.outcome, served: result.outcome, risk: shadowed.risk, findings: shadowed.findings }],
  );
  await query(
    tx,
    sql`insert into shadow_screenings (pack_id, post_id, revision, served_version, outcome, served_outcome, risk, findings, at)
        select ${shadow.id}, "postId", revision, ${served.pack.version}, outcome, served, risk, findings, ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as row ("postId" uuid, revision integer, outcome text, served text, risk real, findings jsonb)
        on conflict (pack_id, post_id, revision) do nothing`,
  );
  const counts = countKinds(posts);
  await query(
    tx,
    sql`insert into shadow_counts as counted (pack_id, kind, rule, posts)
        select ${shadow.id}, kind, rule, posts from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as row (kind text, rule text, posts integer)
        order by kind, rule
        on conflict (pack_id, kind, rule) do update set posts = counted.posts + excluded.posts`,
  );
}

export function kindOf(served: ScreenResult['outcome'], shadow: ScreenResult['outcome']): ShadowKind {
  if (served === shadow) return served === 'HOLD' ? 'BOTH_HOLD' : 'BOTH_CLEAR';
  return shadow === 'HOLD' ? 'NEWLY_HELD' : 'NEWLY_RELEASED';
}

/** Each post once under its kind; where the two part, also once under each rule that speaks against it. */
function countKinds(posts: readonly ShadowedPost[]): { kind: ShadowKind; rule: string; posts: number }[] {
  const counts = new Map<string, { kind: ShadowKind; rule: string; posts: number }>();
  const add = (kind: ShadowKind, rule: string) => {
    const key = `${kind} ${rule}`;
    counts.set(key, { kind, rule, posts: (counts.get(key)?.posts ?? 0) + 1 });
  };
  for (const { result, shadow } of posts) {
    if (shadow === undefined) continue;
    const kind = kindOf(result.outcome, shadow.outcome);
    add(kind, ALL_RULES);
    const speaking = kind === 'NEWLY_HELD' ? shadow.findings : kind === 'NEWLY_RELEASED' ? result.findings : [];
    for (const rule of new Set(speaking.map(ruleKey))) add(kind, rule);
  }
  return [...counts.values()];
}
