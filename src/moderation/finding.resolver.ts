import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { FindingView } from './finding.view.js';
import { Language } from './language.view.js';

@Resolver(() => FindingView)
export class FindingResolver {
  @FieldResolver(() => String, { description: 'Why it matters, in a sentence.' })
  explanation(@Root() { finding }: FindingView, @Arg('language', () => Language, { defaultValue: Language.ZH }) language: Language): string {
    return finding.explanation[language];
  }
}
