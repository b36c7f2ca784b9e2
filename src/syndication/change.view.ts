import { Ctx, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PostView } from '../intake/index.js';
import { DateTime, HubContext, globalId } from '../platform/index.js';
import { publicPostById } from './public-posts.js';

export enum ChangeType {
  PUBLISHED = 'PUBLISHED',
  UPDATED = 'UPDATED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ChangeType, {
  name: 'ChangeType',
  description: 'What a carrier has to do.',
  valuesConfig: {
    PUBLISHED: { description: 'The post may be carried.' },
    UPDATED: { description: 'Another revision of it is approved: carry that instead.' },
    WITHDRAWN: { description: 'It must be taken down.' },
  },
});

/** A change as the table holds it, with what stays known of its post. */
export interface ChangeRow {
  readonly seq: number;
  readonly type: ChangeType;
  /** As PostgreSQL writes it. */
  readonly at: string;
  readonly postUuid: string;
  readonly externalId: string;
  readonly siteCode: string;
}

@ObjectType('Tombstone', { simpleResolvers: true, description: 'What remains of a post that may not be shown: enough to find one\'s own copy of it.' })
export class TombstoneView {
  @Field(() => ID, { description: 'Id that the post had.' })
  postId!: string;

  @Field(() => String, { description: "The site's own id of the post." })
  externalId!: string;

  @Field(() => String, { description: 'Code of the site that pushed it.' })
  siteCode!: string;
}

@ObjectType('Change', { simpleResolvers: true, description: 'One step of what readers may see. Replaying all in order ends in what is published now.' })
export class ChangeView {
  @Field(() => Int, { description: 'Number without gaps; give the last one you have as `after`.' })
  readonly seq: number;

  @Field(() => ChangeType, { description: 'What a carrier has to do.' })
  readonly type: ChangeType;

  @Field(() => DateTime, { description: 'When it came about.' })
  readonly at: Date;

  @Field(() => ID, { description: 'Id of the post, also where it may not be shown.' })
  readonly postId: string;

  constructor(private readonly row: ChangeRow) {
    this.seq = row.seq;
    this.type = row.type;
    this.at = new Date(row.at);
    this.postId = globalId('Post', row.postUuid);
  }

  @Field(() => PostView, { nullable: true, description: 'The post as it may be shown now; null when this change took it down, or a later one did.' })
  async post(@Ctx() context: HubContext): Promise<PostView | null> {
    if (this.type === ChangeType.WITHDRAWN) return null;
    return (await context.load(publicPostById, this.row.postUuid)) ?? null;
  }

  @Field(() => TombstoneView, { nullable: true, description: 'Set where `post` is null.' })
  async tombstone(@Ctx() context: HubContext): Promise<TombstoneView | null> {
    if ((await this.post(context)) !== null) return null;
    return { postId: this.postId, externalId: this.row.externalId, siteCode: this.row.siteCode };
  }
}
