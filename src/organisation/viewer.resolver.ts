import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../platform/index.js';
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

  // Nullable only because a member's is: GraphQL lets one operation ask both for `site` only where the types are the same.
  @FieldResolver(() => SiteView, { nullable: true, description: 'The site whose key it is.' })
  async site(@Root() viewer: SiteViewerView, @Ctx() context: HubContext): Promise<SiteView | null> {
    return (await context.load(siteById, viewer.siteId)) ?? null;
  }
}

@Resolver(() => MemberViewerView)
export class MemberViewerResolver {
  @FieldResolver(() => SiteView, { nullable: true, description: 'The site that a PARTNER acts for.' })
  async site(@Root() viewer: MemberViewerView, @Ctx() context: HubContext): Promise<SiteView | null> {
    return viewer.siteId === undefined ? null : ((await context.load(siteById, viewer.siteId)) ?? null);
  }
}
