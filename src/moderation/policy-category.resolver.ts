import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Language } from './language.view.js';
import { PolicyCategoryView } from './policy.view.js';

@Resolver(() => PolicyCategoryView)
export class PolicyCategoryResolver {
  @FieldResolver(() => String, { description: 'What the category covers, and what it does not.' })
  definition(@Root() { category }: PolicyCategoryView, @Arg('language', () => Language, { defaultValue: Language.ZH }) language: Language): string {
    return category.definition[language];
  }
}
