import { type AnyJob, type Consumer, asAnyJob } from '../platform/index.js';
import { AdviceResolver, PostAdviceResolver } from './advice.resolver.js';
import { BacktestResolver } from './backtest/backtest.resolver.js';
import { replayHistoryJob } from './backtest/replay-history.job.js';
import { RuleBrakeResolver } from './brake/rule-brake.resolver.js';
import { firstScreener } from './current-policy.js';
import { FindingResolver } from './finding.resolver.js';
import { HistoryResolver } from './history/history.resolver.js';
import { NoteResolver, PostNotesResolver } from './notes/note.resolver.js';
import { PolicyActionsResolver } from './packs/policy-actions.resolver.js';
import { PolicyCategoryResolver } from './policy-category.resolver.js';
import { PolicyResolver } from './policy.resolver.js';
import { PostFieldsResolver } from './post-fields.resolver.js';
import { withdrawalsConsumer } from './reactions.js';
import { RationaleResolver } from './rationales/rationale.resolver.js';
import { ReviewActionsResolver } from './review-actions.resolver.js';
import { ReviewResolver } from './review.resolver.js';
import { SamplingResolver } from './sampling/sampling.resolver.js';
import { screenPostsJob } from './screen-posts.job.js';
import { screenLines as screenLinesBy } from './screening/screen-lines.js';
import { ShadowResolver } from './shadow/shadow.resolver.js';
import { SitePostsResolver } from './site-posts.resolver.js';
import { StatementResolver } from './statement.resolver.js';

export { backtestFile } from './backtest/backtest-file.js';
export { checkExtent } from './backtest/open-backtest.js';
export { createBacktestRelay } from './backtest/replay-history.job.js';
export { registerBrakeMetrics } from './brake/brake-metrics.js';
export { standingChanged } from './events.js';
export { BrokenPack, readPack } from './packs/save-policy-draft.js';
export { seedFirstEdition } from './packs/seed-first-edition.js';
export { createScreeningRelay } from './reactions.js';
export { creditSite } from './sampling/credit-site.js';
export { replayHistoryJob, screenPostsJob };

export const jobs: AnyJob[] = [asAnyJob(screenPostsJob), asAnyJob(replayHistoryJob)];
export const consumers: Consumer[] = [withdrawalsConsumer];
export const resolvers = [
  ReviewResolver,
  ReviewActionsResolver,
  FindingResolver,
  AdviceResolver,
  PostAdviceResolver,
  StatementResolver,
  HistoryResolver,
  NoteResolver,
  PostNotesResolver,
  RationaleResolver,
  PolicyResolver,
  PolicyCategoryResolver,
  PolicyActionsResolver,
  BacktestResolver,
  ShadowResolver,
  RuleBrakeResolver,
  SamplingResolver,
  PostFieldsResolver,
  SitePostsResolver,
];

/** Screens NDJSON by the first edition of the policy, without a database; see `screening/screen-lines.ts`. */
export function screenLines(lines: AsyncIterable<string> | Iterable<string>): ReturnType<typeof screenLinesBy> {
  return screenLinesBy(lines, firstScreener());
}

/** Screens a file of labelled texts by the first edition; see `training/evaluate.ts`. */
export { createExaminer, evaluateFile } from './training/evaluate-file.js';
export { firstScreener } from './current-policy.js';
export { addDecisions } from './training/add-decisions.js';
export { storeModels } from './training/store-models.js';
export type { TrainedModel } from './training/train-models.js';
export { type Training, readTraining, shippedRecipe, trainModels } from './training/train-recipe.js';
