import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Language } from './language.view.js';
import { StatementView } from './statement.view.js';

@Resolver(() => StatementView)
export class StatementResolver {
  @FieldResolver(() => String, { description: "The category's definition as it stood when the statement was issued." })
  rule(@Root() { ruleText }: StatementView, @Arg('language', () => Language, { defaultValue: Language.ZH }) language: Language): string {
    return ruleText[language];
  }
}
