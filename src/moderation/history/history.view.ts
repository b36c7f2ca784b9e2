import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/index.js';

@ObjectType('CategoryHistory', { simpleResolvers: true, description: 'What was restricted under one category.' })
export class CategoryHistoryView {
  @Field(() => String, { description: 'Code of the category.' })
  category!: string;

  @Field(() => Int)
  returned!: number;

  @Field(() => Int)
  removed!: number;

  @Field(() => DateTime, { description: 'When the last of them was decided.' })
  lastAt!: Date;
}

@ObjectType('ModerationHistory', { simpleResolvers: true, description: 'What people decided on posts of an author or a site within the last year; what was undone does not count, and what is older is forgotten.' })
export class HistoryView {
  @Field(() => DateTime, { description: 'Since when decisions count.' })
  since!: Date;

  @Field(() => Int)
  cleared!: number;

  @Field(() => Int)
  returned!: number;

  @Field(() => Int)
  removed!: number;

  @Field(() => [CategoryHistoryView], { description: 'The restrictions by category, those with most in front.' })
  categories!: CategoryHistoryView[];
}
