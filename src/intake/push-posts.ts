import { type Database, HubError, type Tx, type Viewer, transaction } from '../platform/index.js';
import { findKnown, keyText } from './find-known.js';
import type { PushPostsInput } from './post-input.view.js';
import { PushOutcome, type PushResult } from './push-result.js';
import { findAnswer, keepAnswer, receiptOf, takeRequest } from './push-receipt.js';
import { readCodes } from './read-codes.js';
import type { ReadyRow } from './read-content.js';
import { type Step, accepted, checkRows, contentsOf, leftAlone, settleKnown } from './settle-rows.js';
import { storePosts } from './store-posts.js';

const MOST_POSTS = 500;

/**
 * Takes in a batch of posts. Each row stands for itself: a bad one is rejected with its reason, the others are stored.
 * Repeating a push changes nothing; a changed row makes the next revision of its post. All that is written commits together.
 * @param viewer a site's key, which pushes for its own site only, or an aggregator, which names the site
 * @param now time of receipt
 * @returns what became of each row, in the order of the request
 * @throws HubError BATCH_SIZE, BAD_IDEMPOTENCY_KEY or IDEMPOTENCY_KEY_REUSED
 */
export async function pushPosts(db: Database, viewer: Viewer, now: Date, input: PushPostsInput): Promise<PushResult[]> {
  if (input.posts.length < 1 || input.posts.length > MOST_POSTS) throw new HubError('BATCH_SIZE', `A push holds from 1 to ${MOST_POSTS} posts.`, 'posts');
  const receipt = receiptOf(viewer, input);
  const before = receipt === undefined ? undefined : await findAnswer(db, receipt);
  if (before !== undefined) return before;

  // Reading and checking come before the transaction: while one is open, readers of the event log wait for it.
  const checked = checkRows(input, await readCodes(db, viewer, input), now);
  const steps = settleKnown(checked, await findKnown(db, contentsOf(checked)));
  return transaction(db, async (tx) => {
    const meanwhile = receipt === undefined ? undefined : await takeRequest(tx, receipt, now);
    if (meanwhile !== undefined) return meanwhile;
    const results = await writeRows(tx, viewer.actor, now, steps);
    if (receipt !== undefined) await keepAnswer(tx, receipt, results);
    return results;
  });
}

/** Writes the rows that are ready, and tells what became of all. */
async function writeRows(tx: Tx, actor: string, now: Date, steps: readonly Step<ReadyRow>[]): Promise<PushResult[]> {
  const ready = contentsOf(steps);
  const stored = new Map((await storePosts(tx, actor, now, ready)).map((post) => [keyText(post), post]));
  const overtaken = await findKnown(tx, ready.filter((row) => !stored.has(keyText(row))));
  return steps.map((step) => {
    if ('result' in step) return step.result;
    const { externalId } = step.content;
    const post = stored.get(keyText(step.content));
    if (post !== undefined) return accepted(externalId, post.revision === 1 ? PushOutcome.CREATED : PushOutcome.REVISED, post.id);
    const other = overtaken.get(keyText(step.content));
    if (other === undefined) throw new Error('A post was neither written nor found.');
    return leftAlone(externalId, other);
  });
}
