import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { HubContext } from '../platform/index.js';
import type { Cell, Figures } from './cell.js';
import { type DecisionTimes, authorsOfCell, decisionTimesOfCell } from './read-details.js';

const LATER = '0 until the hub can do this.';

@ObjectType('Tally', {
  simpleResolvers: true,
  description:
    'What became of the posts that the hub received for a unit, and all units below it, on certain days: `received` is always the sum of `pending`, `cleared`, `held`, `returned`, `removed` and `withdrawn`, as they stand now.',
})
export class TallyView implements Figures {
  @Field(() => Int, { description: 'Posts that came.' })
  readonly received: number;

  @Field(() => Int, { description: 'Of these, not screened yet.' })
  readonly pending: number;

  @Field(() => Int, { description: 'Of these, may be published.' })
  readonly cleared: number;

  @Field(() => Int, { description: 'Of these, wait for a person.' })
  readonly held: number;

  @Field(() => Int, { description: 'Of these, given back to their sites for changes.' })
  readonly returned: number;

  @Field(() => Int, { description: 'Of these, removed by a person.' })
  readonly removed: number;

  @Field(() => Int, { description: 'Of these, taken back by their sites.' })
  readonly withdrawn: number;

  @Field(() => Float, { description: 'People who took part in the deeds of the cleared posts; a whole number, as the sites report it.' })
  readonly participants: number;

  @Field(() => Float, { description: 'Hours of service in the cleared posts.' })
  readonly hours: number;

  @Field(() => Int, { description: `Posts that editors put on a stage. ${LATER}` })
  readonly promoted: number = 0;

  @Field(() => Int, { description: `How often other sites carried the posts. ${LATER}` })
  readonly carried: number = 0;

  @Field(() => Int, { description: `Appeals against decisions on the posts. ${LATER}` })
  readonly appeals: number = 0;

  @Field(() => Int, { description: `Appeals that overturned the decision. ${LATER}` })
  readonly overturned: number = 0;

  constructor(
    private readonly cell: Cell,
    figures: Figures,
  ) {
    this.received = figures.received;
    this.pending = figures.pending;
    this.cleared = figures.cleared;
    this.held = figures.held;
    this.returned = figures.returned;
    this.removed = figures.removed;
    this.withdrawn = figures.withdrawn;
    this.participants = figures.participants;
    this.hours = figures.hours;
  }

  @Field(() => Int, { description: 'Different names of authors among the posts received. Counted when asked for.' })
  async authors(@Ctx() context: HubContext): Promise<number> {
    return (await context.load(authorsOfCell, this.cell)) ?? 0;
  }

  @Field(() => Float, { nullable: true, description: 'Half of the decisions on the posts took at most so many seconds; null without decisions. Undone decisions and escalations are left out.' })
  async medianDecisionSeconds(@Ctx() context: HubContext): Promise<number | null> {
    return (await this.times(context))?.median ?? null;
  }

  @Field(() => Float, { nullable: true, description: 'Nine in ten of the decisions on the posts took at most so many seconds; null without decisions.' })
  async p90DecisionSeconds(@Ctx() context: HubContext): Promise<number | null> {
    return (await this.times(context))?.p90 ?? null;
  }

  private times(context: HubContext): Promise<DecisionTimes | undefined> {
    return context.load(decisionTimesOfCell, this.cell);
  }
}
