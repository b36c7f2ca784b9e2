import { type AnyJob, type Consumer, asAnyJob } from '../platform/index.js';
import { AdviceResolver, PostAdviceResolver } from './advice.resolver.js';
import { currentScreener } from './current-policy.js';
import { FindingResolver } from './finding.resolver.js';
import { PolicyResolver } from './policy.resolver.js';
import { PostFieldsResolver } from './post-fields.resolver.js';
import { withdrawalsConsumer } from './reactions.js';
import { ReviewActionsResolver } from './review-actions.resolver.js';
import { ReviewResolver } from './review.resolver.js';
import { screenPostsJob } from './screen-posts.job.js';
import { screenLines as screenLinesBy } from './screening/screen-lines.js';
import { SitePostsResolver } from './site-posts.resolver.js';
import { StatementResolver } from './statement.resolver.js';

export { standingChanged } from './events.js';
export { createScreeningRelay } from './reactions.js';
export { screenPostsJob };

export const jobs: AnyJob[] = [asAnyJob(screenPostsJob)];
export const consumers: Consumer[] = [withdrawalsConsumer];
export const resolvers = [ReviewResolver, ReviewActionsResolver, FindingResolver, AdviceResolver, PostAdviceResolver, StatementResolver, PolicyResolver, PostFieldsResolver, SitePostsResolver];

/** Screens NDJSON by the policy in force, without a database; see `screening/screen-lines.ts`. */
export function screenLines(lines: AsyncIterable<string> | Iterable<string>): ReturnType<typeof screenLinesBy> {
  return screenLinesBy(lines, currentScreener());
}

/** Screens a file of labelled texts by the first edition; see `training/evaluate.ts`. */
export { evaluateFile } from './training/evaluate-file.js';
export { shippedRecipe, trainModels } from './training/train-recipe.js';
