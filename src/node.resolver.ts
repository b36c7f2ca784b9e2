import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { feedById } from './curation/index.js';
import { postById } from './intake/index.js';
import { siteById, unitById } from './organisation/index.js';
import { type HubContext, type LoaderKind, NodeView, parseGlobalId } from './platform/index.js';
import { publicPostById } from './syndication/index.js';

const publicKinds: Readonly<Record<string, LoaderKind<string, NodeView>>> = { Unit: unitById, Site: siteById, Feed: feedById };

/** Things by their opaque id. A post that readers may not see is null to them, as if it never was. */
@Resolver()
export class NodeResolver {
  @Query(() => NodeView, { nullable: true, description: 'The thing with this id, or null.' })
  node(@Arg('id', () => ID) id: string, @Ctx() context: HubContext): Promise<NodeView | null> {
    return findNode(context, id);
  }

  @Query(() => [NodeView], { nullable: 'items', description: 'The things with these ids, null where there is none; at most 100.' })
  nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: HubContext): Promise<(NodeView | null)[]> {
    return Promise.all(ids.slice(0, 100).map((id) => findNode(context, id)));
  }
}

async function findNode(context: HubContext, opaque: string): Promise<NodeView | null> {
  const parsed = parseGlobalId(opaque);
  if (parsed === undefined) return null;
  if (parsed.type === 'Post') return findPost(context, parsed.id);
  const kind = publicKinds[parsed.type];
  return kind === undefined ? null : ((await context.load(kind, parsed.id)) ?? null);
}

async function findPost(context: HubContext, id: string): Promise<NodeView | null> {
  const { roles, siteId } = context.viewer;
  const worksOnPosts = roles.some((role) => role !== 'PARTNER' && role !== 'DASHBOARD');
  const post = await context.load(postById, id);
  if (post !== undefined && (worksOnPosts || (siteId !== undefined && post.siteId === siteId))) return post;
  return (await context.load(publicPostById, id)) ?? null;
}
