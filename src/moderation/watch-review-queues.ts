import { type HubContext, HubError, type LiveList } from '../platform/index.js';
import { checkQueue } from './current-policy.js';
import { decisionUndone, reviewDecided, reviewOpened, standingChanged } from './events.js';
import { readReviewQueues } from './read-review-queues.js';
import type { ReviewQueueView } from './review-queue.view.js';

const WAKING = new Set([reviewOpened, reviewDecided, decisionUndone, standingChanged].map(({ type }) => type));

/**
 * The queues as they are now and each as it changes, for as long as the watcher stays. A claim is no fact of the log, so
 * what it changes is seen at the next look, within two seconds.
 *
 * @param queue only this one; all if null
 * @throws HubError UNKNOWN_QUEUE
 */
export async function watchReviewQueues({ db, clock, live }: HubContext, queue: string | null): Promise<AsyncIterable<ReviewQueueView>> {
  if (live === undefined) throw new HubError('NOT_A_STREAM', 'Subscribe at /graphql/stream.');
  const only = queue === null ? null : await checkQueue(db, queue, 'queue');
  const list: LiveList<ReviewQueueView> = {
    name: `review queues ${only ?? ''}`,
    read: async () => (await readReviewQueues(db, clock.now())).filter(({ name }) => only === null || name === only),
    keyOf: ({ name }) => name,
    // The prediction moves with the clock: alone it is no news.
    stampOf: ({ openCount, claimedCount, overdueCount, oldestDueAt }) => [openCount, claimedCount, overdueCount, oldestDueAt?.getTime()].join(),
    isWokenBy: ({ type }) => WAKING.has(type),
  };
  return live.watch(list);
}
