import { type Database, HubError, type Viewer } from '../platform/index.js';
import type { PushPostsInput } from './post-input.view.js';
import type { PushResult } from './push-result.js';

/**
 * Takes in a batch of posts.
 * @param viewer a site's key, which pushes for its own site only, or an aggregator, which names the site
 * @param now time of receipt
 */
export async function pushPosts(db: Database, viewer: Viewer, now: Date, input: PushPostsInput): Promise<PushResult[]> {
  await Promise.resolve([db, viewer, now, input]);
  throw new HubError('NOT_YET', 'Pushing is being built.');
}
