import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, HubContext } from '../platform/index.js';
import { askedPage } from './asked-page.js';
import { FeedItemConnection, type FeedItemView, FeedView } from './feed.view.js';
import { findFeed, findFeeds } from './find-feeds.js';
import { readFeedPage } from './read-feed-page.js';

/** Feeds, for everybody. Answers are kept, so each resolver notes what its answer depends on. */
@Resolver(() => FeedView)
export class FeedResolver {
  @Query(() => [FeedView], { description: 'All feeds.' })
  async feeds(@Ctx() context: HubContext): Promise<FeedView[]> {
    const feeds = await findFeeds(context.db);
    for (const { uuid } of feeds) context.dependsOn?.add(uuid);
    return feeds;
  }

  @Query(() => FeedView, { nullable: true, description: 'The feed of this name, or null.' })
  async feed(@Arg('slug', () => String) slug: string, @Ctx() context: HubContext, @Info() info: GraphQLResolveInfo): Promise<FeedView | null> {
    const page = askedPage(info);
    const feed = await (page === undefined ? findFeed(context.db, slug) : readFeedPage(context.db, slug, page));
    if (feed === undefined) return null;
    context.dependsOn?.add(feed.uuid);
    return feed;
  }

  @FieldResolver(() => FeedItemConnection, { description: 'Its posts, newest first; only what may be shown at this moment.' })
  async items(
    @Root() feed: FeedView,
    @Ctx() context: HubContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item before.' }) after: string | null = null,
  ): Promise<Connection<FeedItemView>> {
    const known = feed.page?.first === first && feed.page.after === after ? feed.page : undefined;
    const page = known ?? (await readFeedPage(context.db, feed.slug, { first, after, brief: false }))?.page;
    if (page === undefined) throw new Error(`The feed ${feed.slug} went away while it was read.`);
    for (const { post } of page.items.nodes) context.dependsOn?.add(post.uuid);
    return page.items;
  }

  @FieldResolver(() => String, { description: 'Address of the feed as an Atom document.' })
  atomUrl(@Root() feed: FeedView, @Ctx() context: HubContext): string {
    return documentUrl(context.baseUrl, feed, 'atom');
  }

  @FieldResolver(() => String, { description: 'Address of the feed as a JSON Feed document.' })
  jsonUrl(@Root() feed: FeedView, @Ctx() context: HubContext): string {
    return documentUrl(context.baseUrl, feed, 'json');
  }
}

function documentUrl(baseUrl: string, feed: FeedView, extension: string): string {
  return `${baseUrl}/feeds/${feed.slug}.${extension}`;
}
