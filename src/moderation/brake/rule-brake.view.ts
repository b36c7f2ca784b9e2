import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Payload, globalId } from '../../platform/index.js';

/** A brake as its table has it, with the names of those who judged it. */
export interface RuleBrakeRow {
  readonly uuid: string;
  readonly rule: string;
  readonly version: string;
  readonly brakedAt: string;
  readonly matched: number;
  readonly screened: number;
  readonly longRunShare: number;
  readonly keptBy: string | null;
  readonly keptAt: string | null;
  readonly keptRationale: string | null;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly releaseRationale: string | null;
}

@ObjectType('RuleBrake', { simpleResolvers: true, description: 'A rule that suddenly matched a large share of posts and so stopped holding any, until a lead lets it.' })
export class RuleBrakeView {
  @Field(() => ID, { description: 'Opaque: good as an input, nothing else.' })
  readonly id: string;

  @Field(() => String, { description: 'Check and rule, as in `lexicon/insult`.' })
  readonly rule: string;

  @Field(() => String, { description: 'The version of the policy that was served then.' })
  readonly version: string;

  @Field(() => DateTime, { description: 'Since when its findings hold no posts.' })
  readonly brakedAt: Date;

  @Field(() => Int, { description: 'Posts that it matched in the window before that …' })
  readonly matched: number;

  @Field(() => Int, { description: '… of so many that were screened.' })
  readonly screened: number;

  @Field(() => Float, { description: 'Share of posts that it matched in the days before, from 0 to 1.' })
  readonly longRunShare: number;

  @Field(() => String, { nullable: true, description: 'Name of the lead who saw it and left it braked.' })
  readonly keptBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  readonly keptAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  readonly keptRationale: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the lead who let the rule hold posts again.' })
  readonly releasedBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When; null while it is braked.' })
  readonly releasedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  readonly releaseRationale: string | null;

  constructor(row: RuleBrakeRow) {
    this.id = globalId('RuleBrake', row.uuid);
    this.rule = row.rule;
    this.version = row.version;
    this.brakedAt = new Date(row.brakedAt);
    this.matched = row.matched;
    this.screened = row.screened;
    this.longRunShare = row.longRunShare;
    this.keptBy = row.keptBy;
    this.keptAt = row.keptAt === null ? null : new Date(row.keptAt);
    this.keptRationale = row.keptRationale;
    this.releasedBy = row.releasedBy;
    this.releasedAt = row.releasedAt === null ? null : new Date(row.releasedAt);
    this.releaseRationale = row.releaseRationale;
  }
}

@InputType({ description: 'A braked rule, and what you make of it.' })
export class JudgeBrakeInput {
  @Field(() => ID)
  brakeId!: string;

  @Field(() => String, { description: 'Why; the log keeps it.' })
  rationale!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The rule that holds posts again.' })
export class ReleaseBrakePayload extends Payload {
  @Field(() => RuleBrakeView, { nullable: true, description: 'The brake, which is over.' })
  brake!: RuleBrakeView | null;
}

@ObjectType({ simpleResolvers: true, description: 'The rule that stays braked.' })
export class KeepBrakePayload extends Payload {
  @Field(() => RuleBrakeView, { nullable: true, description: 'The brake, which goes on.' })
  brake!: RuleBrakeView | null;
}
