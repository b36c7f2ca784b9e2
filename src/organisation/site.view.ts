import { Field, ID, ObjectType } from 'type-graphql';
import { NodeView, globalId } from '../platform/index.js';

/** A site as its table has it. */
export interface SiteRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly url: string;
  readonly unitId: string | null;
}

@ObjectType('Site', { implements: NodeView, simpleResolvers: true, description: 'A partner news site that pushes posts and carries feeds.' })
export class SiteView implements NodeView {
  readonly uuid: string;
  readonly unitId: string | null;

  @Field(() => ID, { description: 'Opaque: good for `node` and as an input, nothing else.' })
  readonly id: string;

  @Field(() => String, { description: 'The code that people and manifests use.' })
  readonly code: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly name: string;

  @Field(() => String, { description: 'Its front page.' })
  readonly url: string;

  constructor(row: SiteRow) {
    this.uuid = row.id;
    this.unitId = row.unitId;
    this.id = globalId('Site', row.id);
    this.code = row.code;
    this.name = row.name;
    this.url = row.url;
  }
}
