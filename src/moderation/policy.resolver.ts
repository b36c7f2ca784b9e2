import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { currentPolicy } from './current-policy.js';
import { Language } from './language.view.js';
import { PolicyCategoryView, PolicyPackView } from './policy.view.js';

@Resolver(() => PolicyCategoryView)
export class PolicyResolver {
  @Query(() => PolicyPackView, { description: 'The moderation policy in force.' })
  policy(): PolicyPackView {
    return new PolicyPackView(currentPolicy());
  }

  @FieldResolver(() => String, { description: 'What the category covers, and what it does not.' })
  definition(@Root() { category }: PolicyCategoryView, @Arg('language', () => Language, { defaultValue: Language.ZH }) language: Language): string {
    return category.definition[language];
  }
}
