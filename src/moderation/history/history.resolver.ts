import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PostView } from '../../intake/index.js';
import { HubContext } from '../../platform/index.js';
import { HistoryView } from './history.view.js';
import { authorHistories, historyKey, siteHistories } from './load-history.js';

/** What the desk should know before it decides: an author's first slip is not the tenth. */
@Resolver(() => PostView)
export class HistoryResolver {
  @FieldResolver(() => HistoryView, { description: "What became of posts by this author on this site." })
  authorHistory(@Root() post: PostView, @Ctx() context: HubContext): Promise<HistoryView | undefined> {
    return context.load(authorHistories, historyKey(context.clock.now(), post.siteId, post.authorName));
  }

  @FieldResolver(() => HistoryView, { description: 'What became of posts of this site.' })
  siteHistory(@Root() post: PostView, @Ctx() context: HubContext): Promise<HistoryView | undefined> {
    return context.load(siteHistories, historyKey(context.clock.now(), post.siteId));
  }
}
