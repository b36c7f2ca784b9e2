import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../platform/index.js';
import { listSites } from './load-sites.js';
import { unitById } from './load-units.js';
import { SiteView } from './site.view.js';
import { UnitView } from './unit.view.js';

@Resolver(() => SiteView)
export class SiteResolver {
  @Query(() => [SiteView], { description: 'All partner sites.' })
  sites(@Ctx() context: HubContext): Promise<SiteView[]> {
    return listSites(context.db);
  }

  @FieldResolver(() => UnitView, { nullable: true, description: 'The unit that runs it, for which its posts count unless they name another.' })
  async unit(@Root() site: SiteView, @Ctx() context: HubContext): Promise<UnitView | null> {
    return site.unitId === null ? null : ((await context.load(unitById, site.unitId)) ?? null);
  }
}
