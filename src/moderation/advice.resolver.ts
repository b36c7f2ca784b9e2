import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PostView, revisionKey } from '../intake/index.js';
import { HubContext } from '../platform/index.js';
import { AdviceView } from './advice.view.js';
import { Language } from './language.view.js';
import { adviceByRevision } from './load-advice.js';
import { seesPostsOf } from './who-sees.js';

@Resolver(() => AdviceView)
export class AdviceResolver {
  @FieldResolver(() => String, { description: 'The advice, in a sentence.' })
  text(@Root() { advice }: AdviceView, @Arg('language', () => Language, { defaultValue: Language.ZH }) language: Language): string {
    return advice[language];
  }
}

@Resolver(() => PostView)
export class PostAdviceResolver {
  @FieldResolver(() => [AdviceView], { nullable: true, description: 'What could be better about this revision, e.g. pictures without alternative text; null to those whose business it is not, and before screening.' })
  async advice(@Root() post: PostView, @Ctx() context: HubContext): Promise<AdviceView[] | null> {
    if (!seesPostsOf(context.viewer, post.siteId)) return null;
    return (await context.load(adviceByRevision, revisionKey(post.uuid, post.revision))) ?? null;
  }
}
