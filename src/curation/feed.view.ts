import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PostView } from '../intake/index.js';
import { type Connection, DateTime, NodeView, connectionOf, globalId } from '../platform/index.js';
import type { PageArguments } from './asked-page.js';

/** A feed as the table holds it; times as PostgreSQL writes them. */
export interface FeedRow {
  readonly uuid: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly revision: number;
  readonly updatedAt: string;
}

/** What of a feed's items was read along with it, for which arguments. */
export interface ReadPage extends PageArguments {
  readonly items: Connection<FeedItemView>;
}

@ObjectType('Feed', { simpleResolvers: true, implements: NodeView, description: 'A list of good works that any site may carry, newest first.' })
export class FeedView implements NodeView {
  readonly uuid: string;

  @Field(() => ID, { description: 'Opaque id, for `node`.' })
  readonly id: string;

  @Field(() => String, { description: 'Its name in addresses.' })
  readonly slug: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly title: string;

  @Field(() => String, { nullable: true, description: 'What is in it, in a sentence.' })
  readonly description: string | null;

  @Field(() => Int, { description: 'Grows whenever the feed shows something else than before.' })
  readonly revision: number;

  @Field(() => DateTime, { description: 'When it last came to show something else.' })
  readonly updatedAt: Date;

  constructor(
    row: FeedRow,
    /** A page of items that was read in the same statement. */
    readonly page?: ReadPage,
  ) {
    this.uuid = row.uuid;
    this.id = globalId('Feed', row.uuid);
    this.slug = row.slug;
    this.title = row.title;
    this.description = row.description;
    this.revision = row.revision;
    this.updatedAt = new Date(row.updatedAt);
  }
}

@ObjectType('FeedItem', { simpleResolvers: true, description: 'A post in a feed, and why it is there.' })
export class FeedItemView {
  /** When the approved revision came, as PostgreSQL writes it; for feed documents. */
  revisedAt!: string;

  @Field(() => PostView, { description: 'The post, as it was approved.' })
  post!: PostView;

  @Field(() => [String], { description: 'What of the feed\'s rule the post met, e.g. "strand ESSAY"; empty where the feed takes every post.' })
  reasons!: string[];

  @Field(() => DateTime, { description: 'When the post came into the feed.' })
  promotedAt!: string;

  @Field(() => Boolean, { description: 'Whether an editor holds it at the top; never so in feeds filled by a rule.' })
  pinned!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it leaves the feed by itself; null for never.' })
  expiresAt!: Date | null;
}

export const FeedItemConnection = connectionOf('FeedItem', FeedItemView);
