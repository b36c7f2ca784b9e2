import { registerEnumType } from 'type-graphql';

/** What kind of work a post is. */
export enum WorkType {
  ARTICLE = 'ARTICLE',
  BLOG = 'BLOG',
  MICROBLOG = 'MICROBLOG',
  FORUM_POST = 'FORUM_POST',
  COMMENT = 'COMMENT',
  PHOTO = 'PHOTO',
  VIDEO = 'VIDEO',
  MICRO_FILM = 'MICRO_FILM',
  MOBILE_PAPER = 'MOBILE_PAPER',
  INTERVIEW = 'INTERVIEW',
  PORTRAIT = 'PORTRAIT',
  NOMINATION = 'NOMINATION',
  DEED_REPORT = 'DEED_REPORT',
}
registerEnumType(WorkType, { name: 'WorkType', description: 'What kind of work a post is.' });

export enum MediaKind {
  IMAGE = 'IMAGE',
  VIDEO = 'VIDEO',
  AUDIO = 'AUDIO',
}
registerEnumType(MediaKind, { name: 'MediaKind', description: 'What a media file holds.' });
