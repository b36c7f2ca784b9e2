import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PostView, revisionKey } from '../intake/index.js';
import { HubContext } from '../platform/index.js';
import { FindingView } from './finding.view.js';
import { findingsByRevision } from './load-findings.js';
import { statementsByPost } from './load-statements.js';
import { StandingEnum } from './standing.view.js';
import type { Standing } from './standing-states.js';
import { standingsOf } from './standings.js';
import { StatementView } from './statement.view.js';
import { seesGrounds } from './who-sees.js';

/** What moderation knows of a post. */
@Resolver(() => PostView)
export class PostFieldsResolver {
  @FieldResolver(() => StandingEnum, { description: 'Where the post stands.' })
  async standing(@Root() post: PostView, @Ctx() context: HubContext): Promise<Standing> {
    return (await context.load(standingsOf, post.uuid))?.standing ?? 'PENDING';
  }

  @FieldResolver(() => [FindingView], { nullable: true, description: 'What screening found in this revision; null to those whose business it is not, and before screening.' })
  async findings(@Root() post: PostView, @Ctx() context: HubContext): Promise<FindingView[] | null> {
    if (!seesGrounds(context.viewer, post.siteId)) return null;
    return (await context.load(findingsByRevision, revisionKey(post.uuid, post.revision))) ?? null;
  }

  @FieldResolver(() => [StatementView], { nullable: true, description: 'Why it was returned or removed, the newest first; null to those whose business it is not.' })
  async statements(@Root() post: PostView, @Ctx() context: HubContext): Promise<StatementView[] | null> {
    if (!seesGrounds(context.viewer, post.siteId)) return null;
    return (await context.load(statementsByPost, post.uuid)) ?? [];
  }
}
