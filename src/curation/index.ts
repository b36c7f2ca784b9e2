import { FeedResolver } from './feed.resolver.js';

export { FeedItemView, FeedView } from './feed.view.js';
export { feedById } from './find-feeds.js';
export { feedsSection } from './import-feeds.js';
export { createCurationConsumers } from './reactions.js';
export { readFeedPage } from './read-feed-page.js';

export const resolvers = [FeedResolver];
