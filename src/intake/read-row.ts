import { STRANDS } from '../campaign/index.js';
import { HubError } from '../platform/index.js';
import { chooseCode } from './choose-code.js';
import { optionalLine, optionalText, requiredLine, requiredText } from './check-text.js';
import { type PushSite, chooseSite } from './choose-site.js';
import type { PostInput } from './post-input.view.js';
import type { PostRow } from './post-row.js';
import { optionalAddress, requiredAddress } from './read-address.js';
import type { Codes } from './read-codes.js';
import { readInstant } from './read-instant.js';
import { readMedia } from './read-media.js';
import { WorkType } from './work-type.js';

/** A row of a push that has been checked, with every code resolved; what remains is to see whether it is new. */
export interface CheckedRow extends Omit<PostRow, 'uuid' | 'publishedAt' | 'receivedAt' | 'revision'> {
  readonly groupId: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  /** As received. At least one of html and text, or else media. */
  readonly html: string | null;
  readonly text: string | null;
}

const LONGEST_TEXT = 1_000_000;
/** Markup of old content systems is often longer than what it marks up. */
const LONGEST_HTML = 2_000_000;
const MOST_TOPICS = 20;

/**
 * Checks a row of a push, field by field; the first that is not right rejects it.
 * @param batchSite code of the site that the batch names, if it does
 * @throws HubError with a code, a sentence and the field at fault
 */
export function readRow(row: PostInput, batchSite: string | null, codes: Codes, now: Date): CheckedRow {
  const site = chooseSite(codes.sites, row.siteCode ?? batchSite);
  const externalId = requiredText(row.externalId, 'externalId', 200);
  const html = optionalText(row.html, 'html', LONGEST_HTML);
  const text = html === null ? optionalText(row.text, 'text', LONGEST_TEXT) : null;
  const media = readMedia(row.media);
  if (html === null && text === null && media.length === 0) throw new HubError('REQUIRED', 'Give the post as html or as text.', 'html');
  return {
    siteId: site.id,
    externalId,
    title: requiredLine(row.title, 'title', 300),
    html,
    text,
    url: requiredAddress(row.url, 'url'),
    publishedAt: readInstant(row.publishedAt, 'publishedAt', now),
    authorName: requiredLine(row.authorName, 'authorName', 100),
    unitId: readUnit(row, site, codes),
    strand: chooseCode(STRANDS, row.strand ?? 'ESSAY', 'UNKNOWN_STRAND', 'strand'),
    workType: chooseCode(Object.values(WorkType), row.workType ?? 'ARTICLE', 'UNKNOWN_WORK_TYPE', 'workType'),
    topics: readTopics(row.topics ?? [], codes),
    media,
    summary: optionalLine(row.summary, 'summary', 2_000),
    originalUrl: optionalAddress(row.originalUrl, 'originalUrl'),
    licence: optionalLine(row.licence, 'licence', 100),
    language: readLanguage(row.language),
    groupId: readGroup(row.volunteerGroupCode, codes),
    participants: inRange(row.participants, 'participants', 1_000_000, true),
    hours: inRange(row.hours, 'hours', 10_000_000, false),
  };
}

function readUnit(row: PostInput, site: PushSite, codes: Codes): string {
  const code = optionalText(row.unitCode, 'unitCode', 100);
  if (code === null) {
    if (site.unitId === null) throw new HubError('REQUIRED', 'The site belongs to no unit, so name the one that this is counted for.', 'unitCode');
    return site.unitId;
  }
  const unit = codes.units.get(code);
  if (unit === undefined) throw new HubError('UNKNOWN_UNIT', `There is no unit "${code}".`, 'unitCode');
  return unit;
}

function readGroup(written: string | null | undefined, codes: Codes): string | null {
  const code = optionalText(written, 'volunteerGroupCode', 100);
  if (code === null) return null;
  const group = codes.groups.get(code);
  if (group === undefined) throw new HubError('UNKNOWN_GROUP', `There is no volunteer group "${code}".`, 'volunteerGroupCode');
  return group;
}

function readTopics(written: readonly string[], codes: Codes): string[] {
  if (written.length > MOST_TOPICS) throw new HubError('OUT_OF_RANGE', `A post may belong to at most ${MOST_TOPICS} topics.`, 'topics');
  const topics = written.map((one, position) => {
    const code = requiredText(one, `topics.${position}`, 100);
    if (!codes.topics.has(code)) throw new HubError('UNKNOWN_TOPIC', `There is no topic "${code}".`, `topics.${position}`);
    return code;
  });
  return [...new Set(topics)];
}

function readLanguage(written: string | null | undefined): string {
  const tag = optionalText(written, 'language', 35) ?? 'zh-CN';
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) throw new HubError('BAD_LANGUAGE', 'This is no BCP 47 tag such as zh-CN.', 'language');
  return tag;
}

function inRange(value: number | null | undefined, field: string, most: number, whole: boolean): number | null {
  if (value === null || value === undefined) return null;
  if (!(value >= 0 && value <= most) || (whole && !Number.isInteger(value))) {
    throw new HubError('OUT_OF_RANGE', `This is a ${whole ? 'whole ' : ''}number from 0 to ${most.toLocaleString('en')}.`, field);
  }
  return value;
}
