import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type HubContext, HubError } from '../platform/index.js';
import { siteById } from './load-sites.js';
import { SiteView } from './site.view.js';
import { MemberViewerView, SiteViewerView, ViewerUnion } from './viewer.view.js';

@Resolver(() => SiteViewerView)
export class SiteViewerResolver {
  @Query(() => ViewerUnion, { nullable: true, description: 'Who you are to the hub; null without a key or a session.' })
  viewer(@Ctx() { viewer }: HubContext): SiteViewerView | MemberViewerView | null {
    if (viewer.memberId !== undefined) return new MemberViewerView(viewer.memberId, viewer.name ?? '', viewer.roles, viewer.siteId);
    return viewer.siteId === undefined ? null : new SiteViewerView(viewer.siteId);
  }

  @FieldResolver(() => SiteView, { description: 'The site whose key it is.' })
  async site(@Root() viewer: SiteViewerView, @Ctx() context: HubContext): Promise<SiteView> {
    const site = await context.load(siteById, viewer.siteId);
    if (site === undefined) throw new HubError('UNKNOWN_SITE', 'The site of this key is gone.');
    return site;
  }
}

@Resolver(() => MemberViewerView)
export class MemberViewerResolver {
  @FieldResolver(() => SiteView, { nullable: true, description: 'The site that a PARTNER acts for.' })
  async site(@Root() viewer: MemberViewerView, @Ctx() context: HubContext): Promise<SiteView | null> {
    return viewer.siteId === undefined ? null : ((await context.load(siteById, viewer.siteId)) ?? null);
  }
}
