import { Field, ObjectType } from 'type-graphql';
import type { Advice } from './screening/checks.js';

@ObjectType('Advice', { simpleResolvers: true, description: 'What a site may wish to mend in a post, or an editor to know. It has no consequences for where the post stands.' })
export class AdviceView {
  @Field(() => String, { description: 'The check that gives it.' })
  readonly check: string;

  constructor(
    check: string,
    readonly advice: Advice,
  ) {
    this.check = check;
  }
}
