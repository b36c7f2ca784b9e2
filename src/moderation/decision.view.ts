import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, globalId } from '../platform/index.js';
import { SpanView } from './finding.view.js';
import type { DecisionAction } from './standing-states.js';

export const ActionEnum: { readonly [Name in DecisionAction]: Name } = { CLEAR: 'CLEAR', RETURN: 'RETURN', REMOVE: 'REMOVE', ESCALATE: 'ESCALATE' };

registerEnumType(ActionEnum, {
  name: 'DecisionAction',
  description: 'What a person decides about a post.',
  valuesConfig: {
    CLEAR: { description: 'Readers may see it.' },
    RETURN: { description: 'Back to the site, for changes. Needs a category and a rationale.' },
    REMOVE: { description: 'Gone from everywhere. Needs a category and a rationale.' },
    ESCALATE: { description: 'Somebody more experienced shall decide. Needs a rationale.' },
  },
});

/** A decision as the database holds it, with the names of those who acted. */
export interface DecisionRow {
  readonly uuid: string;
  readonly reviewId: string;
  readonly action: DecisionAction;
  readonly category: string | null;
  readonly rationale: string | null;
  readonly spans: readonly SpanView[];
  readonly nominate: boolean;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
  readonly undoRationale: string | null;
}

@ObjectType('Decision', { simpleResolvers: true, description: 'What a person decided. It is never changed; it may be undone, and the record of both stays.' })
export class DecisionView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => ActionEnum)
  readonly action: DecisionAction;

  @Field(() => String, { nullable: true, description: 'Code of the category of the policy.' })
  readonly category: string | null;

  @Field(() => String, { nullable: true })
  readonly rationale: string | null;

  @Field(() => [SpanView], { description: "What the person marked in the post's text." })
  readonly spans: readonly SpanView[];

  @Field(() => Boolean, { description: 'Whether the person found the post worth promoting.' })
  readonly nominate: boolean;

  @Field(() => String, { description: 'Name of the person.' })
  readonly decidedBy: string;

  @Field(() => DateTime)
  readonly decidedAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the person who took it back.' })
  readonly undoneBy: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly undoneAt: Date | null;

  @Field(() => String, { nullable: true })
  readonly undoRationale: string | null;

  constructor(row: DecisionRow) {
    this.id = globalId('Decision', row.uuid);
    this.action = row.action;
    this.category = row.category;
    this.rationale = row.rationale;
    this.spans = row.spans;
    this.nominate = row.nominate;
    this.decidedBy = row.decidedBy;
    this.decidedAt = new Date(row.decidedAt);
    this.undoneBy = row.undoneBy;
    this.undoneAt = row.undoneAt === null ? null : new Date(row.undoneAt);
    this.undoRationale = row.undoRationale;
  }
}
