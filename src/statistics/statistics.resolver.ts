import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Strand } from '../campaign/index.js';
import { UnitView } from '../organisation/index.js';
import { Day } from '../platform/index.js';
import { type Step, checkPeriod } from './periods.js';
import { StepView, UnitStatisticsView } from './unit-statistics.view.js';

@Resolver(() => UnitView)
export class StatisticsResolver {
  @FieldResolver(() => UnitStatisticsView, { description: 'Figures of the unit and all units below it, over a period of at most 3,700 days.' })
  statistics(
    @Root() unit: UnitView,
    @Arg('from', () => Day, { description: 'First day.' }) from: string,
    @Arg('to', () => Day, { description: 'Last day, included.' }) to: string,
    @Arg('by', () => StepView, { defaultValue: StepView.DAY, description: 'Length of the steps of `series`.' }) by: Step,
    @Arg('strand', () => Strand, { nullable: true, description: 'Only this strand.' }) strand: Strand | null = null,
  ): UnitStatisticsView {
    return new UnitStatisticsView({ unitId: unit.uuid, ...checkPeriod(from, to), by, strand });
  }
}
