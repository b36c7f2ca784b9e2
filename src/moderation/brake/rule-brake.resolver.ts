import { type RawBuilder, sql } from 'kysely';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { HubContext, type Queryable, idOf, query } from '../../platform/index.js';
import { PolicyPackView } from '../policy.view.js';
import { keepBrake, releaseBrake } from './judge-brake.js';
import { JudgeBrakeInput, KeepBrakePayload, ReleaseBrakePayload, type RuleBrakeRow, RuleBrakeView } from './rule-brake.view.js';

const MOST_PAST = 50;

@Resolver(() => PolicyPackView)
export class RuleBrakeResolver {
  @FieldResolver(() => [RuleBrakeView], { description: `Rules that ran wild while it was served: first those that are braked now, then at most ${MOST_PAST} that were released.` })
  async brakes(@Root() { version, state }: PolicyPackView, @Ctx() { db }: HubContext): Promise<RuleBrakeView[]> {
    // What is braked now is braked in the version served now, whichever was served then.
    const live = state === 'SERVED' ? await find(db, sql`b.released_at is null`) : [];
    const past = await find(db, sql`b.released_at is not null and b.pack_version = ${version}`);
    return [...live, ...past];
  }

  @Mutation(() => ReleaseBrakePayload, { description: 'Lets a braked rule hold posts again, at once; for a while the brake then leaves it alone.' })
  async releaseBrake(@Arg('input', () => JudgeBrakeInput) input: JudgeBrakeInput, @Ctx() context: HubContext): Promise<ReleaseBrakePayload> {
    const brakeId = idOf('RuleBrake', input.brakeId, 'brakeId');
    await releaseBrake(context, { ...input, brakeId });
    return Object.assign(new ReleaseBrakePayload(), { brake: await findOne(context.db, brakeId) });
  }

  @Mutation(() => KeepBrakePayload, { description: 'Leaves a braked rule out until it is mended, and says that somebody has seen it.' })
  async keepBrake(@Arg('input', () => JudgeBrakeInput) input: JudgeBrakeInput, @Ctx() context: HubContext): Promise<KeepBrakePayload> {
    const brakeId = idOf('RuleBrake', input.brakeId, 'brakeId');
    await keepBrake(context, { ...input, brakeId });
    return Object.assign(new KeepBrakePayload(), { brake: await findOne(context.db, brakeId) });
  }
}

async function findOne(on: Queryable, id: string): Promise<RuleBrakeView | null> {
  return (await find(on, sql`b.id = ${id}`))[0] ?? null;
}

async function find(on: Queryable, which: RawBuilder<unknown>): Promise<RuleBrakeView[]> {
  const rows = await query(
    on,
    sql<RuleBrakeRow>`
      select b.id as uuid, b.rule, b.pack_version as version, b.braked_at as "brakedAt", b.matched, b.screened, b.long_run_share as "longRunShare",
             keeper.name as "keptBy", b.kept_at as "keptAt", b.kept_rationale as "keptRationale",
             releaser.name as "releasedBy", b.released_at as "releasedAt", b.release_rationale as "releaseRationale"
      from rule_brakes b left join members keeper on keeper.id = b.kept_by left join members releaser on releaser.id = b.released_by
      where ${which} order by b.id desc limit ${MOST_PAST}`,
  );
  return rows.map((row) => new RuleBrakeView(row));
}
