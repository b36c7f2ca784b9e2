import { sql } from 'kysely';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { HubContext, idOf, parseGlobalId, query, queryOne } from '../../platform/index.js';
import { PolicyPackView } from '../policy.view.js';
import { type BacktestRow, selectBacktest } from './backtest-row.js';
import { BacktestView, CancelBacktestInput, CancelBacktestPayload, StartBacktestInput, StartBacktestPayload } from './backtest.view.js';
import type { BacktestExtent } from './open-backtest.js';
import { cancelBacktest, startBacktest } from './start-backtest.js';

const MOST_OF_A_PACK = 20;
const USUAL: BacktestExtent = { days: 30, mostPosts: 20_000, examples: 20 };

@Resolver(() => PolicyPackView)
export class BacktestResolver {
  @Query(() => BacktestView, { nullable: true, description: 'A backtest by its id, also while it runs; or null.' })
  async backtest(@Arg('id', () => ID) id: string, @Ctx() { db }: HubContext): Promise<BacktestView | null> {
    const parsed = parseGlobalId(id);
    return parsed?.type === 'Backtest' ? find(db, parsed.id) : null;
  }

  @Mutation(() => StartBacktestPayload, { description: 'Replays a version over the history in the background; follow it by `backtest`.' })
  async startBacktest(@Arg('input', () => StartBacktestInput) input: StartBacktestInput, @Ctx() context: HubContext): Promise<StartBacktestPayload> {
    const { days, mostPosts, examples } = input;
    const extent = { days: days ?? USUAL.days, mostPosts: mostPosts ?? USUAL.mostPosts, examples: examples ?? USUAL.examples };
    const id = await startBacktest(context, idOf('PolicyPack', input.packId, 'packId'), extent);
    return Object.assign(new StartBacktestPayload(), { backtest: await find(context.db, id) });
  }

  @Mutation(() => CancelBacktestPayload, { description: 'Calls off a backtest that runs.' })
  async cancelBacktest(@Arg('input', () => CancelBacktestInput) input: CancelBacktestInput, @Ctx() context: HubContext): Promise<CancelBacktestPayload> {
    const id = idOf('Backtest', input.backtestId, 'backtestId');
    await cancelBacktest(context, id);
    return Object.assign(new CancelBacktestPayload(), { backtest: await find(context.db, id) });
  }

  @FieldResolver(() => [BacktestView], { description: `Its backtests, the newest first, at most ${MOST_OF_A_PACK}.` })
  async backtests(@Root() { uuid }: PolicyPackView, @Ctx() { db }: HubContext): Promise<BacktestView[]> {
    const rows = await query(db, sql<BacktestRow>`${selectBacktest} where b.pack_id = ${uuid} order by b.id desc limit ${MOST_OF_A_PACK}`);
    return rows.map((row) => new BacktestView(row));
  }
}

async function find(db: HubContext['db'], id: string): Promise<BacktestView | null> {
  const row = await queryOne(db, sql<BacktestRow>`${selectBacktest} where b.id = ${id}`);
  return row === undefined ? null : new BacktestView(row);
}
