import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, globalId } from '../platform/index.js';
import { SpanView } from './finding.view.js';
import type { Sentence } from './language.view.js';

enum Restriction {
  RETURNED = 'RETURNED',
  REMOVED = 'REMOVED',
}

registerEnumType(Restriction, {
  name: 'Restriction',
  description: 'What a decision did to a post.',
  valuesConfig: { RETURNED: { description: 'Sent back for changes; not shown until then.' }, REMOVED: { description: 'Not shown any more.' } },
});

/** A statement of reasons as the database holds it. */
export interface StatementRow {
  readonly uuid: string;
  readonly postId: string;
  readonly restriction: 'RETURNED' | 'REMOVED';
  readonly category: string;
  readonly rule: Sentence;
  readonly facts: string;
  readonly spans: readonly SpanView[];
  readonly automatedDetection: boolean;
  readonly automatedDecision: boolean;
  readonly issuedAt: string;
  readonly appealBy: string;
  readonly rescindedAt: string | null;
}

@ObjectType('StatementOfReasons', { simpleResolvers: true, description: 'Why a post was returned or removed, and how to object.' })
export class StatementView {
  readonly ruleText: Sentence;

  @Field(() => ID, { description: 'Never used again for another.' })
  readonly id: string;

  @Field(() => Restriction)
  readonly restriction: Restriction;

  @Field(() => String, { description: 'Code of the category of the policy that the post broke.' })
  readonly category: string;

  @Field(() => String, { description: 'What the person who decided saw in the post.' })
  readonly facts: string;

  @Field(() => [SpanView], { description: "Where, in the post's text." })
  readonly spans: readonly SpanView[];

  @Field(() => Boolean, { description: 'Whether automation had pointed at it.' })
  readonly automatedDetection: boolean;

  @Field(() => Boolean, { description: 'Whether automation decided: always false.' })
  readonly automatedDecision: boolean;

  @Field(() => DateTime)
  readonly issuedAt: Date;

  @Field(() => DateTime, { description: 'Until when the site may appeal.' })
  readonly appealBy: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the decision was taken back, if it was.' })
  readonly rescindedAt: Date | null;

  constructor(row: StatementRow) {
    this.ruleText = row.rule;
    this.id = globalId('StatementOfReasons', row.uuid);
    this.restriction = Restriction[row.restriction];
    this.category = row.category;
    this.facts = row.facts;
    this.spans = row.spans;
    this.automatedDetection = row.automatedDetection;
    this.automatedDecision = row.automatedDecision;
    this.issuedAt = new Date(row.issuedAt);
    this.appealBy = new Date(row.appealBy);
    this.rescindedAt = row.rescindedAt === null ? null : new Date(row.rescindedAt);
  }
}
