import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { NodeView, connectionOf, globalId } from '../platform/index.js';

/** What a unit is. The tree is free: a kind does not fix what may stand above or below it. */
export const UnitKind = { OFFICE: 'OFFICE', PREFECTURE: 'PREFECTURE', COUNTY: 'COUNTY', SYSTEM: 'SYSTEM', UNIT: 'UNIT' } as const;
export type UnitKind = keyof typeof UnitKind;

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What a unit is.',
  valuesConfig: {
    OFFICE: { description: 'The office that leads.' },
    PREFECTURE: { description: 'A prefecture or a prefecture-level city.' },
    COUNTY: { description: 'A county or town that reports directly.' },
    SYSTEM: { description: 'A trade or branch with units of its own, such as railways or universities.' },
    UNIT: { description: 'A member unit: a community, school, station, works.' },
  },
});

/** A unit as its table has it. */
export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
}

@ObjectType('Unit', {
  implements: NodeView,
  simpleResolvers: true,
  description: 'Somebody who takes part: an office, a prefecture, a system, or a unit below one. Units form a tree.',
})
export class UnitView implements NodeView {
  readonly uuid: string;
  readonly parentId: string | null;

  @Field(() => ID, { description: 'Opaque: good for `node` and as an input, nothing else.' })
  readonly id: string;

  @Field(() => String, { description: 'The code that people and manifests use.' })
  readonly code: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly name: string;

  @Field(() => UnitKind, { description: 'What it is.' })
  readonly kind: UnitKind;

  constructor(row: UnitRow) {
    this.uuid = row.id;
    this.parentId = row.parentId;
    this.id = globalId('Unit', row.id);
    this.code = row.code;
    this.name = row.name;
    this.kind = row.kind;
  }
}

/** A page of units. */
export const UnitConnection = connectionOf('Unit', UnitView);

@ObjectType('Designation', { simpleResolvers: true, description: 'A title that a unit bears, such as a demonstration point.' })
export class DesignationView {
  @Field(() => String, { description: 'The code that people and manifests use.' })
  readonly code!: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly name!: string;
}

@ObjectType('Contact', { simpleResolvers: true, description: 'Whom to ask at a unit.' })
export class ContactView {
  @Field(() => String, { description: 'Name of the person.' })
  readonly name!: string;

  @Field(() => String, { description: 'What the person does in the campaign.' })
  readonly role!: string;

  @Field(() => String, { nullable: true, description: 'Where to write.' })
  readonly email!: string | null;
}
