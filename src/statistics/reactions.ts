import { postReceived, postRevised, postWithdrawn } from '../intake/index.js';
import { standingChanged } from '../moderation/index.js';
import { unitMoved } from '../organisation/index.js';
import { CLEARING_EVENT, type Consumer } from '../platform/index.js';
import { countPosts } from './count-posts.js';
import { countUnits } from './count-units.js';
import { TALLIES_CONSUMER } from './unread-events.js';

const ABOUT_POSTS: readonly string[] = [postReceived.type, postRevised.type, postWithdrawn.type, standingChanged.type];

/**
 * Keeps the tallies true, in the transaction that moves the cursor. It alone writes them.
 * @param timeZone IANA name of the zone in which days begin and end
 */
export function createStatisticsConsumers(timeZone: string): Consumer[] {
  return [
    {
      name: TALLIES_CONSUMER,
      types: [...ABOUT_POSTS, unitMoved.type, CLEARING_EVENT],
      batch: 500,
      async handle(tx, events) {
        const postIds = [...new Set(events.filter(({ type }) => ABOUT_POSTS.includes(type)).map(({ subject }) => subject))];
        await countUnits(tx);
        if (postIds.length > 0) await countPosts(tx, postIds, timeZone);
      },
    },
  ];
}
