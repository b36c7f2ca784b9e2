import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PostConnection, PostView, postById } from '../intake/index.js';
import { SiteView } from '../organisation/index.js';
import { type Connection, Day, HubContext, HubError, pageSize, toConnection } from '../platform/index.js';
import { listSitePosts } from './list-site-posts.js';
import { StandingEnum } from './standing.view.js';
import type { Standing } from './standing-states.js';
import { seesPostsOf } from './who-sees.js';

@Resolver(() => SiteView)
export class SitePostsResolver {
  @FieldResolver(() => PostConnection, { nullable: true, description: 'Posts of the site, whatever became of them, those received last in front; days are inclusive. For the site itself and those who work on posts.' })
  async posts(
    @Root() site: SiteView,
    @Ctx() context: HubContext,
    @Arg('standing', () => StandingEnum, { nullable: true }) standing: Standing | null,
    @Arg('from', () => Day, { nullable: true }) from: string | null,
    @Arg('to', () => Day, { nullable: true }) to: string | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<PostView>> {
    if (!seesPostsOf(context.viewer, site.uuid)) throw new HubError('FORBIDDEN', 'A site sees its own posts only.');
    const size = pageSize(first);
    const rows = await listSitePosts(context.db, site.uuid, { standing, from, to }, context.config.timeZone, size + 1, after ?? null);
    const posts = await Promise.all(rows.map(async (row) => ({ row, post: await context.load(postById, row.uuid) })));
    const found = posts.flatMap(({ row, post }) => (post === undefined ? [] : [{ row, post }]));
    return toConnection(found, size, ({ row }) => [row.receivedAt, row.uuid], ({ post }) => post);
  }
}
