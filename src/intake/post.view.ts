import { Ctx, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Strand } from '../campaign/index.js';
import { SiteView, UnitView, siteById, unitById } from '../organisation/index.js';
import { DateTime, HubContext, NodeView, connectionOf, globalId, isoTime } from '../platform/index.js';
import { contentByRevision, revisionKey } from './load-content.js';
import type { BriefPostRow, MediaRow, PostContent, PostRow } from './post-row.js';
import { safeHtmlOf } from './safe-html.js';
import { MediaKind, WorkType } from './work-type.js';

@ObjectType('Media', { simpleResolvers: true, description: 'A picture, film or recording that belongs to a post.' })
export class MediaView implements MediaRow {
  @Field(() => MediaKind, { description: 'What it holds.' })
  kind!: MediaKind;

  @Field(() => String, { description: 'Where the site serves it.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it shows, in words.' })
  alt!: string | null;
}

@ObjectType('Post', { implements: NodeView, simpleResolvers: true, description: 'A work that a partner site pushed: an essay, pictures, a portrait, the report of a deed.' })
export class PostView implements NodeView {
  readonly uuid: string;
  readonly siteId: string;
  readonly unitId: string;

  @Field(() => ID, { description: 'Opaque id, for `node`.' })
  readonly id: string;

  @Field(() => String, { description: "The site's own id of the post; unique within the site." })
  readonly externalId!: string;

  @Field(() => String)
  readonly title: string;

  @Field(() => String, { nullable: true, description: 'A sentence or two that the site wrote for lists.' })
  readonly summary: string | null;

  @Field(() => String, { description: 'Where the site shows the post.' })
  readonly url: string;

  @Field(() => String, { nullable: true, description: 'Where it first appeared, when this is a reprint.' })
  readonly originalUrl!: string | null;

  @Field(() => DateTime, { description: 'When the site published it.' })
  readonly publishedAt: string;

  @Field(() => DateTime, { description: 'When the hub first received it.' })
  readonly receivedAt!: string;

  @Field(() => String, { description: 'Who made it.' })
  readonly authorName: string;

  @Field(() => String, { nullable: true, description: 'Under which terms others may carry it, e.g. CC-BY-4.0.' })
  readonly licence!: string | null;

  @Field(() => String, { description: 'BCP 47 tag, e.g. zh-CN.' })
  readonly language!: string;

  @Field(() => Strand, { description: 'To write, to picture, to praise or to act.' })
  readonly strand: Strand;

  @Field(() => WorkType)
  readonly workType!: WorkType;

  @Field(() => [String], { description: 'Codes of the topics it belongs to.' })
  readonly topics!: string[];

  @Field(() => [MediaView])
  readonly media!: MediaView[];

  @Field(() => Int, { nullable: true, description: 'How many people took part in the deed.' })
  readonly participants!: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours of service that they gave together.' })
  readonly hours!: number | null;

  @Field(() => Int, { description: 'Which revision this is; each changed push makes the next.' })
  readonly revision: number;

  /** @param row a brief one leaves out the fields that are not in `BRIEF_POST_FIELDS`: for those who know that none of them is asked */
  constructor(row: BriefPostRow | PostRow) {
    this.uuid = row.uuid;
    this.id = globalId('Post', row.uuid);
    this.siteId = row.siteId;
    this.unitId = row.unitId;
    this.strand = row.strand;
    this.publishedAt = isoTime(row.publishedAt);
    this.revision = row.revision;
    this.title = row.title;
    this.summary = row.summary;
    this.url = row.url;
    this.authorName = row.authorName;
    if (!('externalId' in row)) return;
    this.externalId = row.externalId;
    this.workType = row.workType;
    this.topics = row.topics;
    this.participants = row.participants;
    this.hours = row.hours;
    this.receivedAt = isoTime(row.receivedAt);
    this.originalUrl = row.originalUrl;
    this.licence = row.licence;
    this.language = row.language;
    this.media = row.media;
  }

  @Field(() => SiteView, { description: 'The site that pushed it.' })
  site(@Ctx() context: HubContext): SiteView | Promise<SiteView> {
    return context.known(siteById, this.siteId) ?? present(context.load(siteById, this.siteId));
  }

  @Field(() => UnitView, { description: 'The unit that it is counted for.' })
  unit(@Ctx() context: HubContext): UnitView | Promise<UnitView> {
    return context.known(unitById, this.unitId) ?? present(context.load(unitById, this.unitId));
  }

  @Field(() => String, { description: 'Its words as a reader sees them, without markup; findings point into this.' })
  async text(@Ctx() context: HubContext): Promise<string> {
    return (await this.content(context)).text;
  }

  @Field(() => String, { description: 'Its article markup, safe to show on any page.' })
  async html(@Ctx() context: HubContext): Promise<string> {
    const content = await this.content(context);
    return content.safeHtml ?? safeHtmlOf(content);
  }

  private content(context: HubContext): Promise<PostContent> {
    return present(context.load(contentByRevision, revisionKey(this.uuid, this.revision)));
  }
}

/** For what a foreign key says must be there. */
async function present<Value>(loading: Promise<Value | undefined>): Promise<Value> {
  const value = await loading;
  if (value === undefined) throw new Error('A row that a post refers to is missing.');
  return value;
}

export const PostConnection = connectionOf('Post', PostView);
