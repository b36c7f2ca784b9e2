import { postRevised, postWithdrawn } from '../intake/index.js';
import { standingChanged } from '../moderation/index.js';
import { unitMoved } from '../organisation/index.js';
import { CLEARING_EVENT, type Clock, type Consumer } from '../platform/index.js';
import { fitPosts, refitFeeds } from './fit-feeds.js';

/** After these, other posts may belong to feeds although nothing befell the posts. */
const REFITTING: readonly string[] = [CLEARING_EVENT, unitMoved.type];

/** Keeps the feeds' items true to their rules. It alone writes them. */
export function createCurationConsumers(clock: Clock): Consumer[] {
  return [
    {
      name: 'curation-feeds',
      types: [standingChanged.type, postRevised.type, postWithdrawn.type, ...REFITTING],
      batch: 500,
      async handle(tx, events) {
        const aboutPosts = events.filter(({ type }) => !REFITTING.includes(type));
        const postIds = [...new Set(aboutPosts.map(({ subject }) => subject))];
        if (postIds.length > 0) await fitPosts(tx, postIds, clock.now());
        if (aboutPosts.length < events.length) await refitFeeds(tx, clock.now());
      },
    },
  ];
}
