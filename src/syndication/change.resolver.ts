import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { HubContext } from '../platform/index.js';
import { ChangeView } from './change.view.js';
import { listChanges } from './list-changes.js';

@Resolver()
export class ChangeResolver {
  @Query(() => [ChangeView], { description: 'What has been published, updated and withdrawn since change number `after`, in order. Ask again with the last `seq`.' })
  changes(
    @Ctx() context: HubContext,
    @Arg('after', () => Int, { nullable: true, description: 'Number of the last change that you have; none to begin.' }) after: number | null = null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Most to give, 1 to 100.' }) first: number,
  ): Promise<ChangeView[]> {
    return listChanges(context.db, after ?? 0, first);
  }
}
