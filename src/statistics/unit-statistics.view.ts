import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import { STRANDS, Strand } from '../campaign/index.js';
import { UnitView } from '../organisation/index.js';
import { DateTime, Day, HubContext } from '../platform/index.js';
import { type Period, type Step, stepsOf } from './periods.js';
import { type StepFigures, type SteppedCell, childrenOfCell, stepsOfCell } from './read-tallies.js';
import { sumFigures } from './sum-figures.js';
import { TallyView } from './tally.view.js';
import { figuresAsOf } from './unread-events.js';

/** Lengths of steps as GraphQL names them. */
export const StepView: { readonly [Name in Step]: Name } = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH', YEAR: 'YEAR' };
registerEnumType(StepView, {
  name: 'SeriesStep',
  description: 'Length of the steps of a series.',
  valuesConfig: {
    DAY: { description: "A day in the hub's time zone." },
    WEEK: { description: 'From Monday to Sunday.' },
    MONTH: { description: 'A calendar month.' },
    YEAR: { description: 'A calendar year.' },
  },
});

@ObjectType('TallyPoint', { simpleResolvers: true, description: 'One step of a series.' })
export class TallyPointView {
  @Field(() => Day, { description: 'First day.' })
  start!: string;

  @Field(() => Day, { description: 'Last day, included.' })
  end!: string;

  @Field(() => TallyView, { description: 'What it comes to.' })
  tally!: TallyView;
}

@ObjectType('StrandTally', { simpleResolvers: true, description: 'What one strand comes to.' })
export class StrandTallyView {
  @Field(() => Strand, { description: 'Which strand.' })
  strand!: Strand;

  @Field(() => TallyView, { description: 'What it comes to.' })
  tally!: TallyView;
}

@ObjectType('UnitTally', { simpleResolvers: true, description: 'What one unit comes to, with all units below it.' })
export class UnitTallyView {
  @Field(() => UnitView, { description: 'Which unit.' })
  unit!: UnitView;

  @Field(() => TallyView, { description: 'What it comes to.' })
  tally!: TallyView;
}

@ObjectType('UnitStatistics', { simpleResolvers: true, description: 'Figures of a unit and all units below it, by the days on which the hub received the posts.' })
export class UnitStatisticsView {
  constructor(private readonly cell: SteppedCell) {}

  @Field(() => TallyView, { description: 'Over the whole period.' })
  async totals(@Ctx() context: HubContext): Promise<TallyView> {
    return this.tally(await this.steps(context));
  }

  @Field(() => [TallyPointView], { description: 'Step by step, without gaps; the first and the last step are cut off where the period begins and ends.' })
  async series(@Ctx() context: HubContext): Promise<TallyPointView[]> {
    const found = byStart(await this.steps(context), this.cell.start);
    return stepsOf(this.cell, this.cell.by).map((period) => ({ ...period, tally: this.tally(found.get(period.start) ?? [], period) }));
  }

  @Field(() => [StrandTallyView], { description: 'Strand by strand; the one strand where one was asked for.' })
  async byStrand(@Ctx() context: HubContext): Promise<StrandTallyView[]> {
    const steps = await this.steps(context);
    const strands = this.cell.strand === null ? STRANDS : [this.cell.strand];
    return strands.map((strand) => {
      const figures = sumFigures(steps.filter((step) => step.strand === strand));
      return { strand, tally: new TallyView({ ...this.cell, strand }, figures) };
    });
  }

  @Field(() => [UnitTallyView], { description: 'Each unit directly below, over the whole period. They may come to less than the totals: posts may count for the unit itself.' })
  async children(@Ctx() context: HubContext): Promise<UnitTallyView[]> {
    const children = (await context.load(childrenOfCell, this.cell)) ?? [];
    return children.map(({ unit, figures }) => ({ unit, tally: new TallyView({ ...this.cell, unitId: unit.uuid }, figures) }));
  }

  @Field(() => DateTime, { description: 'All that happened before this moment is in the figures.' })
  asOf(@Ctx() context: HubContext): Promise<Date> {
    return figuresAsOf(context.db, context.clock.now());
  }

  private async steps(context: HubContext): Promise<StepFigures[]> {
    return (await context.load(stepsOfCell, this.cell)) ?? [];
  }

  private tally(steps: readonly StepFigures[], period: Period = this.cell): TallyView {
    return new TallyView({ ...this.cell, ...period }, sumFigures(steps));
  }
}

/** Figures by the day on which their step begins; the first step begins where the period does, not where the calendar says. */
function byStart(all: readonly StepFigures[], start: string): Map<string, StepFigures[]> {
  const lists = new Map<string, StepFigures[]>();
  for (const figures of all) {
    const first = figures.step < start ? start : figures.step;
    const list = lists.get(first);
    if (list === undefined) lists.set(first, [figures]);
    else list.push(figures);
  }
  return lists;
}
