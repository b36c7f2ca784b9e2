import { postReceived, postRevised, postWithdrawn } from '../intake/index.js';
import { type Consumer, type HubEvent, type Tx, emit, query } from '../platform/index.js';
import { sql } from 'kysely';
import { lockStandings } from './lock-standings.js';
import { POSTS_A_JOB, type ScreenPostsPayload } from './screen-posts.job.js';
import { nextStanding } from './standing-states.js';
import { writeStandings } from './write-standings.js';

/**
 * Passes posts that came in or changed on to screening. A job may be enqueued twice if the process dies in between:
 * screening twice changes nothing.
 * @param enqueue puts payloads into the queue of `screenPostsJob`
 */
export function createScreeningRelay(enqueue: (payloads: readonly ScreenPostsPayload[]) => Promise<void>): Consumer {
  return {
    name: 'relay-screening',
    types: [postReceived.type, postRevised.type],
    batch: 1_000,
    handle: (_tx, events) => enqueue(inJobs([...new Set(events.map(({ subject }) => subject))])),
  };
}

function inJobs(postIds: readonly string[]): ScreenPostsPayload[] {
  const jobs = Math.ceil(postIds.length / POSTS_A_JOB);
  return Array.from({ length: jobs }, (_, job) => ({ postIds: postIds.slice(job * POSTS_A_JOB, (job + 1) * POSTS_A_JOB) }));
}

/** Follows a site's withdrawal of its post: it stands WITHDRAWN, and nobody needs to review it any more. */
export const withdrawalsConsumer: Consumer = {
  name: 'moderation-withdrawals',
  types: [postWithdrawn.type],
  batch: 500,
  handle: withdraw,
};

async function withdraw(tx: Tx, events: readonly HubEvent[]): Promise<void> {
  const at = new Date(Math.max(...events.map((event) => new Date(event.at).getTime())));
  const postIds = events.map(({ subject }) => subject);
  const standings = await lockStandings(tx, postIds, at);
  await query(
    tx,
    sql`update reviews
        set state = 'CLOSED', closed_reason = 'WITHDRAWN', claimed_by = null, claim_token = null, claim_expires_at = null
        where post_id = any(${postIds}::uuid[]) and state in ('OPEN', 'CLAIMED')`,
  );
  const moves = [...standings.values()].map((from) => ({
    from,
    to: nextStanding(from.standing, { cause: 'WITHDRAW' }) ?? from.standing,
    approvedRevision: from.approvedRevision,
    revision: from.newestRevision,
  }));
  await emit(tx, 'system:moderation', at, await writeStandings(tx, at, moves));
}
