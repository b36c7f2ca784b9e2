import { Field, Float, InputType } from 'type-graphql';
import { LenientCode } from './lenient-code.js';

@InputType({ description: 'A picture, film or recording of a post.' })
export class MediaInput {
  @Field(() => LenientCode, { nullable: true, description: 'IMAGE, VIDEO or AUDIO; IMAGE if left out.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the site serves it: http or https, at most 2,000 characters.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows, in words: at most 1,000 characters.' })
  alt?: string | null;
}

/** Everything but `externalId` may be missing here, so that a bad row is named as such and the others are stored. */
@InputType({ description: 'A post as its site pushes it. Required: externalId, title, html or text, url, publishedAt, authorName. A row that is not right is rejected with a code; the others are stored.' })
export class PostInput {
  @Field(() => String, { description: "The site's own id of the post: at most 200 characters. Pushing it again changes the post." })
  externalId!: string;

  @Field(() => String, { nullable: true, description: 'At most 300 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The post as HTML: at most 2,000,000 characters. If both are given, this is what counts.' })
  html?: string | null;

  @Field(() => String, { nullable: true, description: 'The post as plain text, where there is no HTML: at most 1,000,000 characters.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the site shows it: http or https, at most 2,000 characters.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'When the site published it: ISO 8601 with offset, e.g. 2026-03-05T09:30:00+08:00.' })
  publishedAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it: at most 100 characters.' })
  authorName?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the unit that it is counted for; the site's own unit if left out." })
  unitCode?: string | null;

  @Field(() => LenientCode, { nullable: true, description: 'ESSAY (if left out), SCENE, VIRTUE or DEED.' })
  strand?: string | null;

  @Field(() => LenientCode, { nullable: true, description: 'A WorkType; ARTICLE if left out.' })
  workType?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of topics: at most 20.' })
  topics?: string[] | null;

  @Field(() => [MediaInput], { nullable: true, description: 'At most 100.' })
  media?: MediaInput[] | null;

  @Field(() => String, { nullable: true, description: 'A sentence or two for lists: at most 2,000 characters.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it first appeared, when it is a reprint.' })
  originalUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Terms under which others may carry it: at most 100 characters.' })
  licence?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag; zh-CN if left out.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the volunteer group that did the deed.' })
  volunteerGroupCode?: string | null;

  @Field(() => Float, { nullable: true, description: 'How many people took part: a whole number from 0 to 1,000,000.' })
  participants?: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours of service that they gave together: from 0 to 10,000,000.' })
  hours?: number | null;

  @Field(() => String, { nullable: true, description: 'Code of the site, for an aggregator that pushes for several in one batch.' })
  siteCode?: string | null;
}

@InputType({ description: 'A batch of posts.' })
export class PushPostsInput {
  @Field(() => [PostInput], { description: 'From 1 to 500.' })
  posts!: PostInput[];

  @Field(() => String, { nullable: true, description: 'Names the request: sent again with the same posts, it gets the same answer. At most 200 characters.' })
  idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the site that all rows are for, unless a row names another. A site key needs none.' })
  siteCode?: string | null;
}
