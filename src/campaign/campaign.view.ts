import { Field, ID, ObjectType } from 'type-graphql';
import { Day, globalId } from '../platform/index.js';

/** A campaign as its table has it; days are `YYYY-MM-DD`. */
export interface CampaignRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

@ObjectType('Campaign', { simpleResolvers: true, description: 'What units and sites take part in: a name, a time, phases and topics.' })
export class CampaignView {
  readonly uuid: string;

  @Field(() => ID, { description: 'Opaque.' })
  readonly id: string;

  @Field(() => String, { description: 'The code that people and manifests use.' })
  readonly code: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  readonly description: string | null;

  @Field(() => Day, { description: 'Its first day.' })
  readonly startsOn: string;

  @Field(() => Day, { description: 'Its last day.' })
  readonly endsOn: string;

  constructor(row: CampaignRow) {
    this.uuid = row.id;
    this.id = globalId('Campaign', row.id);
    this.code = row.code;
    this.name = row.name;
    this.description = row.description;
    this.startsOn = row.startsOn;
    this.endsOn = row.endsOn;
  }
}

@ObjectType('Phase', { simpleResolvers: true, description: 'A stretch of a campaign.' })
export class PhaseView {
  @Field(() => String, { description: 'Code within the campaign.' })
  readonly code!: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly name!: string;

  @Field(() => Day, { description: 'Its first day.' })
  readonly startsOn!: string;

  @Field(() => Day, { description: 'Its last day.' })
  readonly endsOn!: string;
}

@ObjectType('Milestone', { simpleResolvers: true, description: 'A day that a campaign works towards.' })
export class MilestoneView {
  @Field(() => String, { description: 'Code within the campaign.' })
  readonly code!: string;

  @Field(() => String, { description: 'What happens.' })
  readonly name!: string;

  @Field(() => Day, { description: 'When it happens.' })
  readonly happensOn!: string;
}

@ObjectType('Topic', { simpleResolvers: true, description: 'What posts can be about, often for a time only.' })
export class TopicView {
  @Field(() => String, { description: 'The code that posts and manifests use.' })
  readonly code!: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it invites to.' })
  readonly description!: string | null;

  @Field(() => Day, { nullable: true, description: 'Its first day; null for the whole campaign.' })
  readonly opensOn!: string | null;

  @Field(() => Day, { nullable: true, description: 'Its last day; null for the whole campaign.' })
  readonly closesOn!: string | null;
}
