import { CopiesResolver } from './copies.resolver.js';
import { IntakeResolver } from './intake.resolver.js';

export { clusterCopies } from './cluster-copies.js';
export { type ComparableText, comparable, sharedStretches, similarity } from './content/compare-texts.js';
export { postReceived, postRevised, postWithdrawn } from './events.js';
export { type CurrentRevision, currentRevisions } from './current-revisions.js';
export { contentByRevision, revisionKey } from './load-content.js';
export { postById } from './load-posts.js';
export { PostInput, PushPostsInput } from './post-input.view.js';
export { BRIEF_POST_FIELDS, type MediaRow, type PostContent, type PostRow, briefPostColumnsText, postColumns, postColumnsText } from './post-row.js';
export { PostConnection, PostView } from './post.view.js';
export { prepareRevisions } from './prepare-revisions.js';
export { pushPosts } from './push-posts.js';
export { PushOutcome, type PushResult } from './push-result.js';
export { withdrawPost } from './withdraw-post.js';
export { MediaKind } from './work-type.js';

export const resolvers = [IntakeResolver, CopiesResolver];
