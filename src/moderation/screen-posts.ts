import { sql } from 'kysely';
import { type CurrentRevision, clusterCopies, currentRevisions, prepareRevisions } from '../intake/index.js';
import { type Database, type JobContext, type Tx, emit, newId, query, transaction } from '../platform/index.js';
import { type ScreeningPolicy, screeningPolicy } from './brake/screening-policy.js';
import { countMatches } from './brake/count-matches.js';
import { dueAt } from './current-policy.js';
import { reviewOpened } from './events.js';
import { gatherCircumstances } from './gather-circumstances.js';
import { type LockedStanding, lockStandings } from './lock-standings.js';
import { holdServed } from './packs/hold-served.js';
import type { PolicyPack } from './policy/policy-pack.js';
import { sampleRates } from './sampling/site-records.js';
import type { Finding, ScreenInput, ScreenResult } from './screening/screen.js';
import { isSampled } from './screening/is-sampled.js';
import { type LiveReview, type Settlement, settleScreening } from './settle-screening.js';
import { recordShadow } from './shadow/record-shadow.js';
import { writeStandings } from './write-standings.js';

const ACTOR = 'system:screening';

/** A post with what screening found in it and what follows. */
interface Settled extends Settlement {
  readonly post: CurrentRevision;
  readonly result: ScreenResult;
  /** What the version in the shadow would have made of it. */
  readonly shadow: ScreenResult | undefined;
  readonly reviewId: string;
}

/**
 * Screens the newest revision of each post that was not screened yet, after its copies were looked for, and writes what follows in one transaction: the
 * findings, the standing, the review. Doing it twice changes nothing.
 * @param postIds at most a few hundred
 */
export async function screenPosts(context: JobContext, postIds: readonly string[]): Promise<void> {
  const { db, clock } = context;
  const posts = await findUnscreened(db, postIds);
  if (posts.length === 0) return;
  const policy = await screeningPolicy(db);
  const { pack } = policy.served;
  const ids = posts.map(({ postId }) => postId);
  if (pack.copies !== undefined) await clusterCopies(db, ids, pack.copies);
  const circumstances = await gatherCircumstances(db, ids, pack.copies);
  const results = new Map(posts.map(({ postId, title, text }) => [postId, screenBy(policy, { id: postId, title, text, circumstances: circumstances.get(postId) })]));
  const inForce = await transaction(db, async (tx) => {
    if (!(await holdServed(tx, policy.served.id))) return false;
    const now = clock.now();
    await prepareRevisions(tx, ids);
    const standings = await lockStandings(tx, ids, now);
    const live = await liveReviews(tx, ids);
    const rateOf = await sampleRates(tx, posts.map(({ siteId }) => siteId), pack.triage.sampling);
    const settled = posts.flatMap((post) => settle(post, results.get(post.postId), standings.get(post.postId), live.get(post.postId), rateOf(post.siteId)));
    await writeScreenings(tx, settled, pack.version, now);
    await replaceReviews(tx, settled, live, pack, now);
    const opened = settled.flatMap(({ reviewId, post, opens }) =>
      opens === null ? [] : reviewOpened.draft(reviewId, { postId: post.postId, revision: post.revision, queue: opens.queue, reason: opens.reason }),
    );
    const moved = await writeStandings(tx, now, settled.map(({ move }) => move));
    await recordShadow(tx, policy, settled, now);
    // Last, because it holds rows that every screening writes.
    const braked = await countMatches(tx, settled.map(({ post, result }) => ({ siteId: post.siteId, result })), pack, now);
    await emit(tx, ACTOR, now, [...moved, ...opened, ...braked]);
    return true;
  });
  // Another version was served in the meantime: by that one, then.
  if (!inForce) await screenPosts(context, postIds);
}

type Screened = Pick<Settled, 'result' | 'shadow'>;

function screenBy({ served, shadow, braked }: ScreeningPolicy, input: ScreenInput): Screened {
  return { result: served.screener.screen(input, braked), shadow: shadow?.screener.screen(input, braked) };
}

async function findUnscreened(db: Database, postIds: readonly string[]): Promise<CurrentRevision[]> {
  const rows = await query(
    db,
    sql<{ id: string }>`
      select p.id
      from posts p left join standings s on s.post_id = p.id
      where p.id = any(${postIds}::uuid[]) and p.withdrawn_at is null and coalesce(s.screened_revision, 0) < p.revision`,
  );
  return rows.length === 0 ? [] : currentRevisions(db, rows.map(({ id }) => id));
}

function settle(post: CurrentRevision, screened: Screened | undefined, from: LockedStanding | undefined, live: LiveReview | undefined, sampleRate: number): Settled[] {
  // Another worker may have screened it, or its site withdrawn it, in the meantime.
  if (screened === undefined || from === undefined || from.withdrawn || from.screenedRevision >= post.revision) return [];
  const { outcome, queue, severity } = screened.result;
  const sampled = isSampled(post.postId, sampleRate);
  return [{ post, ...screened, reviewId: newId(), ...settleScreening(from, live, { revision: post.revision, outcome, queue, severity, sampled }) }];
}

/** The review of each post that is OPEN or CLAIMED, locked. */
export async function liveReviews(tx: Tx, postIds: readonly string[]): Promise<Map<string, LiveReview>> {
  const rows = await query(
    tx,
    sql<LiveReview>`
      select id, post_id as "postId", queue, reason
      from reviews
      where post_id = any(${postIds}::uuid[]) and state in ('OPEN', 'CLAIMED')
      order by id
      for update`,
  );
  return new Map(rows.map((row) => [row.postId, row]));
}

async function writeScreenings(tx: Tx, settled: readonly Settled[], packVersion: string, now: Date): Promise<void> {
  const rows = settled.map(({ post, result }) => ({
    id: newId(),
    postId: post.postId,
    revision: post.revision,
    outcome: result.outcome,
    risk: result.risk,
    checks: result.checks,
    findings: result.findings satisfies readonly Finding[],
  }));
  await query(
    tx,
    sql`insert into screenings (id, post_id, revision, pack_version, outcome, risk, checks, findings, at)
        select id, "postId", revision, ${packVersion}, outcome, risk, checks, findings, ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as row (id uuid, "postId" uuid, revision integer, outcome text, risk real, checks jsonb, findings jsonb)
        on conflict (post_id, revision) do nothing`,
  );
}

/** Closes or carries on the reviews of the former text and opens the new ones; a moderator's claim on a former text is void. */
async function replaceReviews(tx: Tx, settled: readonly Settled[], live: ReadonlyMap<string, LiveReview>, policy: PolicyPack, now: Date): Promise<void> {
  const former = settled.flatMap(({ post, live: fate }) => {
    const review = live.get(post.postId);
    return review === undefined || fate === 'NONE' ? [] : [{ id: review.id, revision: post.revision, superseded: fate === 'SUPERSEDED' }];
  });
  const opening = settled.flatMap(({ post, reviewId, opens }) =>
    opens === null ? [] : [{ id: reviewId, postId: post.postId, revision: post.revision, ...opens, dueAt: dueAt(policy, opens.queue, opens.severity, now).toISOString() }],
  );
  if (former.length > 0) {
    await query(
      tx,
      sql`update reviews r
          set state = case when row.superseded then 'CLOSED' else 'OPEN' end,
              closed_reason = case when row.superseded then 'SUPERSEDED' end,
              revision = case when row.superseded then r.revision else row.revision end,
              claimed_by = null, claim_token = null, claim_expires_at = null
          from jsonb_to_recordset(${JSON.stringify(former)}::jsonb) as row (id uuid, revision integer, superseded boolean)
          where r.id = row.id`,
    );
  }
  if (opening.length > 0) {
    await query(
      tx,
      sql`insert into reviews (id, post_id, revision, queue, reason, severity, state, due_at, opened_at)
          select id, "postId", revision, queue, reason, severity, 'OPEN', "dueAt", ${now}
          from jsonb_to_recordset(${JSON.stringify(opening)}::jsonb)
               as row (id uuid, "postId" uuid, revision integer, queue text, reason text, severity smallint, "dueAt" timestamptz)`,
    );
  }
}
