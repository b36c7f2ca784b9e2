import { Field, Int, ObjectType } from 'type-graphql';
import { MeasuredShareView, OutcomeDifferenceView } from '../backtest/comparison.view.js';
import type { MeasuredShare } from '../backtest/compare-outcomes.js';
import type { ShadowFigures } from './shadow-figures.js';

@ObjectType('ShadowFigures', { simpleResolvers: true, description: 'What a version would have made of new posts while it ran in the shadow, beside the one served.' })
export class ShadowFiguresView {
  @Field(() => Int, { description: 'Posts that both screened.' })
  readonly posts: number;

  @Field(() => MeasuredShareView, { description: 'Share of these that both hold or both clear.' })
  readonly agreement: MeasuredShare;

  @Field(() => OutcomeDifferenceView, { description: 'Posts that it would hold and the served version cleared.' })
  readonly newlyHeld: OutcomeDifferenceView;

  @Field(() => OutcomeDifferenceView, { description: 'Posts that it would clear and the served version held.' })
  readonly newlyReleased: OutcomeDifferenceView;

  constructor({ posts, agreement, newlyHeld, newlyReleased }: ShadowFigures) {
    this.posts = posts;
    this.agreement = agreement;
    this.newlyHeld = new OutcomeDifferenceView(newlyHeld);
    this.newlyReleased = new OutcomeDifferenceView(newlyReleased);
  }
}
