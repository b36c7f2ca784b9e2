import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { globalId } from '../../platform/index.js';
import { FindingView } from '../finding.view.js';
import type { Accuracy, Comparison, MeasuredShare, OutcomeDifference } from './compare-outcomes.js';
import type { Example } from './outcome-tally.js';

@ObjectType('MeasuredShare', { simpleResolvers: true, description: 'A share as it was counted, and what it may well be.' })
export class MeasuredShareView implements MeasuredShare {
  @Field(() => Float, { nullable: true, description: 'count / of, from 0 to 1; null where there was nothing to count.' })
  share!: number | null;

  @Field(() => Float, { description: 'Lower end of its 95 % interval, after Wilson.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of its 95 % interval.' })
  high!: number;

  @Field(() => Int, { description: 'Posts counted.' })
  count!: number;

  @Field(() => Int, { description: 'Posts of which they were counted.' })
  of!: number;
}

@ObjectType('PolicyAccuracy', { simpleResolvers: true, description: 'How well a version agrees with people, among the posts that people decided: those that were held or sampled, not all.' })
export class PolicyAccuracyView implements Accuracy {
  @Field(() => MeasuredShareView, { description: 'Of the posts held, those that people returned or removed.' })
  precision!: MeasuredShare;

  @Field(() => MeasuredShareView, { description: 'Of the posts that people returned or removed, those held.' })
  recall!: MeasuredShare;
}

@ObjectType('CategoryAccuracy', { simpleResolvers: true, description: 'The same for one category.' })
export class CategoryAccuracyView {
  @Field(() => String, { description: 'Code of the category.' })
  category!: string;

  @Field(() => PolicyAccuracyView, {
    description: 'The served version. Precision: of the posts held with a finding of the category, those restricted, on whatever ground. Recall: of those restricted under it, those held.',
  })
  served!: Accuracy;

  @Field(() => PolicyAccuracyView, { description: 'The draft, likewise.' })
  draft!: Accuracy;
}

@ObjectType('RulePosts', { simpleResolvers: true, description: 'How many posts a rule speaks against.' })
export class RulePostsView {
  @Field(() => String, { description: 'Check and rule, as in `lexicon/insult`.' })
  rule!: string;

  @Field(() => Int, { description: 'Posts with a finding of the rule.' })
  posts!: number;
}

@ObjectType('OutcomeExample', { simpleResolvers: true, description: 'A post that two versions judge differently.' })
export class OutcomeExampleView {
  @Field(() => ID, { description: 'Id of the post.' })
  readonly postId: string;

  @Field(() => String, { description: 'Its title as it was replayed.' })
  readonly title: string;

  @Field(() => [FindingView], { description: 'What speaks against it: in the version that holds it.' })
  readonly findings: readonly FindingView[];

  constructor({ postId, title, findings }: Example) {
    this.postId = globalId('Post', postId);
    this.title = title;
    this.findings = findings.map((finding) => new FindingView(finding));
  }
}

@ObjectType('OutcomeDifference', { simpleResolvers: true, description: 'Posts that two versions judge differently.' })
export class OutcomeDifferenceView {
  @Field(() => Int, { description: 'How many there are.' })
  readonly count: number;

  @Field(() => [RulePostsView], { description: 'By the rules that make the difference, most posts first.' })
  readonly rules: OutcomeDifference['rules'];

  @Field(() => [OutcomeExampleView], { description: 'Some of them, as many as were asked for.' })
  readonly examples: readonly OutcomeExampleView[];

  constructor({ count, rules, examples }: OutcomeDifference) {
    this.count = count;
    this.rules = rules;
    this.examples = examples.map((example) => new OutcomeExampleView(example));
  }
}

@ObjectType('QueueForecast', { simpleResolvers: true, description: 'Reviews a day in a queue.' })
export class QueueForecastView {
  @Field(() => String, { description: 'Code of the queue.' })
  queue!: string;

  @Field(() => Float, { description: 'With the served version.' })
  served!: number;

  @Field(() => Float, { description: 'With the draft.' })
  draft!: number;
}

@ObjectType('PolicyComparison', { simpleResolvers: true, description: 'What a draft would have changed, had it been served.' })
export class PolicyComparisonView {
  @Field(() => Int, { description: 'Posts replayed so far, each with its current text.' })
  readonly posts: number;

  @Field(() => Int, { description: 'Of these, posts on whose text a decision stands: precision and recall are about them.' })
  readonly decided: number;

  @Field(() => PolicyAccuracyView, { description: 'The served version against people.' })
  readonly served: Accuracy;

  @Field(() => PolicyAccuracyView, { description: 'The draft against people.' })
  readonly draft: Accuracy;

  @Field(() => [CategoryAccuracyView], { description: 'Both, by category.' })
  readonly byCategory: Comparison['byCategory'];

  @Field(() => OutcomeDifferenceView, { description: 'Posts that the draft would hold and the served version clears.' })
  readonly newlyHeld: OutcomeDifferenceView;

  @Field(() => OutcomeDifferenceView, { description: 'Posts that the draft would clear and the served version holds.' })
  readonly newlyReleased: OutcomeDifferenceView;

  @Field(() => [QueueForecastView], { description: 'Reviews a day that either version makes, by queue, at the pace at which these posts came in; samples in expectation.' })
  readonly reviewsADay: Comparison['reviewsADay'];

  constructor(comparison: Comparison) {
    this.posts = comparison.posts;
    this.decided = comparison.decided;
    this.served = comparison.served;
    this.draft = comparison.draft;
    this.byCategory = comparison.byCategory;
    this.newlyHeld = new OutcomeDifferenceView(comparison.newlyHeld);
    this.newlyReleased = new OutcomeDifferenceView(comparison.newlyReleased);
    this.reviewsADay = comparison.reviewsADay;
  }
}
