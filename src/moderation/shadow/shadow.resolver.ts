import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { HubContext, pageSize } from '../../platform/index.js';
import { PolicyPackView } from '../policy.view.js';
import { shadowFigures } from './shadow-figures.js';
import { ShadowFiguresView } from './shadow.view.js';

@Resolver(() => PolicyPackView)
export class ShadowResolver {
  @FieldResolver(() => ShadowFiguresView, { description: 'What it did in the shadow, now or formerly.' })
  async shadow(@Root() { uuid }: PolicyPackView, @Arg('first', () => Int, { defaultValue: 10, description: 'Examples of either difference, the latest.' }) first: number, @Ctx() { db }: HubContext): Promise<ShadowFiguresView> {
    return new ShadowFiguresView(await shadowFigures(db, uuid, pageSize(first)));
  }
}
