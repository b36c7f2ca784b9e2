import { ChangeResolver } from './change.resolver.js';

export { registerFeedDocuments } from './feed-documents.js';
export { publicPostById } from './public-posts.js';
export { consumers } from './reactions.js';

export const resolvers = [ChangeResolver];
