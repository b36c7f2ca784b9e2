import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Connection, HubContext, pageSize, toConnection } from '../platform/index.js';
import { findCopies } from './find-copies.js';
import { PostConnection, PostView } from './post.view.js';

@Resolver(() => PostView)
export class CopiesResolver {
  @FieldResolver(() => PostConnection, { description: 'Other posts with the same words, or, once compared, nearly the same, oldest first. A site sees those that are its own.' })
  async copies(
    @Root() post: PostView,
    @Ctx() context: HubContext,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<PostView>> {
    const size = pageSize(first);
    const rows = await findCopies(context.db, context.viewer, post, size + 1, after);
    return toConnection(rows, size, (row) => [row.uuid], (row) => new PostView(row));
  }
}
