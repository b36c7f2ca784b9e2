import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, connectionOf, globalId } from '../platform/index.js';
import type { PackState } from './packs/pack-states.js';
import type { PolicyPackRow } from './packs/policy-pack-row.js';
import type { PolicyCategory } from './policy/policy-pack.js';

@ObjectType('PolicyCategory', { simpleResolvers: true, description: 'A kind of conduct that the policy is about.' })
export class PolicyCategoryView {
  @Field(() => String, { description: 'Stable code, e.g. `incivility.insult`.' })
  readonly code: string;

  @Field(() => String, { description: 'A text that the category covers.' })
  readonly exampleIn: string;

  @Field(() => String, { description: 'A text that looks alike and is not covered.' })
  readonly exampleOut: string;

  @Field(() => Int, { description: '1 (slight) to 4 (grave), where a rule says nothing else.' })
  readonly severity: number;

  @Field(() => String, { description: 'Queue in which such posts wait for people.' })
  readonly queue: string;

  @Field(() => String, { description: 'What people usually decide: RETURN, REMOVE or ESCALATE.' })
  readonly usualAction: string;

  constructor(readonly category: PolicyCategory) {
    this.code = category.code;
    this.exampleIn = category.examples.in;
    this.exampleOut = category.examples.out;
    this.severity = category.severity;
    this.queue = category.queue;
    this.usualAction = category.usualAction;
  }
}

const PackStateEnum: { readonly [Name in PackState]: Name } = { DRAFT: 'DRAFT', SHADOW: 'SHADOW', SERVED: 'SERVED', RETIRED: 'RETIRED' };

registerEnumType(PackStateEnum, {
  name: 'PolicyPackState',
  description: 'Where a version of the policy stands.',
  valuesConfig: {
    DRAFT: { description: 'Written; nothing follows from it.' },
    SHADOW: { description: 'Runs beside the served one on what comes in, without effect. At most one does.' },
    SERVED: { description: 'In force, everywhere. Exactly one is.' },
    RETIRED: { description: 'Was in force, or was given up.' },
  },
});

@ObjectType('PolicyPack', { simpleResolvers: true, description: 'A version of the moderation policy: conduct, not opinion. Its text is never changed; a change is another version.' })
export class PolicyPackView {
  readonly uuid: string;

  @Field(() => ID, { description: 'Opaque: good for `policyPack` and as an input, nothing else.' })
  readonly id: string;

  @Field(() => String, { description: 'Its label, by which screenings name it.' })
  readonly version: string;

  @Field(() => PackStateEnum, { description: 'Where it stands.' })
  readonly state: PackState;

  @Field(() => String, { description: 'Its text, in YAML, as its author wrote it.' })
  readonly yaml: string;

  @Field(() => String, { description: 'Why its author wrote it.' })
  readonly rationale: string;

  @Field(() => String, { nullable: true, description: 'Name of its author; null for the edition that came with the hub.' })
  readonly writtenBy: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  readonly writtenAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the lead who last put it in force.' })
  readonly servedBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last put in force; null if it never was.' })
  readonly servedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was retired, if it stands so.' })
  readonly retiredAt: Date | null;

  constructor(row: PolicyPackRow) {
    this.uuid = row.uuid;
    this.id = globalId('PolicyPack', row.uuid);
    this.version = row.version;
    this.state = row.state;
    this.yaml = row.yaml;
    this.rationale = row.rationale;
    this.writtenBy = row.writtenBy;
    this.writtenAt = new Date(row.writtenAt);
    this.servedBy = row.servedBy;
    this.servedAt = row.servedAt === null ? null : new Date(row.servedAt);
    this.retiredAt = row.retiredAt === null ? null : new Date(row.retiredAt);
  }
}

export const PolicyPackConnection = connectionOf('PolicyPack', PolicyPackView);
