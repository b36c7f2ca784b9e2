import { z } from 'zod';
import { type Job, type JobContext, defineJob } from '../platform/index.js';
import { screenPosts } from './screen-posts.js';

/** Posts a job; a job is one transaction. */
export const POSTS_A_JOB = 100;

export interface ScreenPostsPayload {
  readonly postIds: string[];
}

/** Screens posts that came in. */
export const screenPostsJob: Job<ScreenPostsPayload> = defineJob({
  name: 'screen-posts',
  payload: z.object({ postIds: z.array(z.uuid()).min(1).max(POSTS_A_JOB) }),
  handle: ({ postIds }, context) => screenEach(context, postIds),
});

/** PostgreSQL's class 22: data that cannot be stored. */
const DATA_EXCEPTION = /^22/;

/** One post that cannot be stored must not hold up those that it came with: then each goes by itself, and the bad one fails alone. */
async function screenEach(context: JobContext, postIds: readonly string[]): Promise<void> {
  try {
    await screenPosts(context, postIds);
  } catch (fault) {
    if (postIds.length === 1 || !DATA_EXCEPTION.test((fault as { code?: string }).code ?? '')) throw fault;
    const attempts = await Promise.allSettled(postIds.map((postId) => screenPosts(context, [postId])));
    const failed = attempts.find((attempt) => attempt.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
