import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readManifest } from '../../../src/campaign/manifest/read-manifest.js';

interface DemoPost {
  siteCode: string;
  externalId: string;
  html?: string;
  text?: string;
  url: string;
  publishedAt: string;
  unitCode: string;
  strand: string;
  workType: string;
  topics: string[];
  media: { kind: string; url: string; alt: string }[];
  participants?: number;
  hours?: number;
}

const manifest = demoManifest();
const posts = readText('src/demo/posts.ndjson')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as DemoPost);
/** What the author of the demo posts meant: category by site and id of those to hold, and their harmless likenesses. */
const intents = JSON.parse(readText('test/campaign/manifest/demo-intents.json')) as {
  held: Record<string, string>;
  lookAlikes: string[];
};

describe('the demo campaign', () => {
  it('has the office on top, thirteen prefectures, two places and six systems right below it', () => {
    const below = (manifest.units ?? []).filter(({ parent }) => parent === 'longjiang').map(({ kind }) => kind);

    expect(manifest.units?.[0]).toMatchObject({ code: 'longjiang', kind: 'OFFICE' });
    expect(count(below)).toEqual({ PREFECTURE: 13, COUNTY: 2, SYSTEM: 6 });
  });

  it('marks every invented member unit and volunteer group as an example', () => {
    const units = (manifest.units ?? []).filter(({ kind }) => kind === 'UNIT');
    const names = units.flatMap(({ name, groups = [] }) => [name, ...groups.map((group) => group.name)]);

    expect(names.filter((name) => !name.endsWith('（示例）'))).toEqual([]);
  });

  it('opens a feed for the campaign, each strand and each topic', () => {
    const slugs = (manifest.feeds ?? []).map(({ slug }) => slug);
    const topics = (manifest.topics ?? []).map(({ code }) => code);

    expect(slugs).toEqual(expect.arrayContaining(['longjiang', 'essays', 'scenes', 'virtues', 'deeds', ...topics]));
  });

  it('sends nobody to a real address', () => {
    const hosts = [...(readText('src/demo/campaign.yaml') + readText('src/demo/posts.ndjson')).matchAll(/(?:https?:\/\/|@)([\w.-]+)/g)];

    expect(hosts.map(([, host]) => host).filter((host) => !host?.endsWith('example.org'))).toEqual([]);
  });
});

describe('the demo posts', () => {
  it('come from every site, every unit that stands right below the office, and all four strands', () => {
    const parentOf = new Map((manifest.units ?? []).map(({ code, parent }) => [code, parent]));
    const tops = posts.map(({ unitCode }) => (parentOf.get(unitCode) === 'longjiang' ? unitCode : parentOf.get(unitCode)));
    const expected = (manifest.units ?? []).filter(({ parent }) => parent === 'longjiang').map(({ code }) => code);

    expect(tops).toEqual(expect.arrayContaining(expected));
    expect(new Set(posts.map(({ siteCode }) => siteCode))).toEqual(new Set((manifest.sites ?? []).map(({ code }) => code)));
    expect(Object.keys(count(posts.map(({ strand }) => strand))).sort()).toEqual(['DEED', 'ESSAY', 'SCENE', 'VIRTUE']);
  });

  it('show every type of work', () => {
    expect(Object.keys(count(posts.map(({ workType }) => workType))).sort()).toEqual([
      'ARTICLE', 'BLOG', 'COMMENT', 'DEED_REPORT', 'FORUM_POST', 'INTERVIEW', 'MICROBLOG',
      'MICRO_FILM', 'MOBILE_PAPER', 'NOMINATION', 'PHOTO', 'PORTRAIT', 'VIDEO',
    ]);
  });

  it('name units that the campaign has and topics that were open on their day', () => {
    const units = new Set((manifest.units ?? []).map(({ code }) => code));
    const isOpen = (topic: string, day: string) =>
      manifest.topics?.some(({ code, opensOn = '', closesOn = '9999' }) => code === topic && opensOn <= day && day <= closesOn);
    const astray = posts.filter(
      ({ unitCode, topics, publishedAt }) =>
        !units.has(unitCode) || !topics.every((topic) => isOpen(topic, publishedAt.slice(0, 10))),
    );

    expect(astray.map(keyOf)).toEqual([]);
  });

  it('are dated from March to November, stand on their own site and have one body, HTML or text', () => {
    const urlOf = new Map((manifest.sites ?? []).map(({ code, url }) => [code, url]));

    for (const { siteCode, publishedAt, url, html, text } of posts) {
      expect(publishedAt).toMatch(/^2026-(0[3-9]|1[01])-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      expect(url).toContain(`${urlOf.get(siteCode)}/`);
      expect((html === undefined) !== (text === undefined)).toBe(true);
    }
  });

  it('count participants and hours for deeds only', () => {
    const counted = posts.filter(({ participants, hours }) => participants !== undefined || hours !== undefined);

    expect(Object.keys(count(counted.map(({ strand }) => strand)))).toEqual(['DEED']);
  });

  it('are pushed once each', () => {
    expect(new Set(posts.map(keyOf)).size).toBe(posts.length);
  });

  it('hold fifteen that a person should see and ten that only look so', () => {
    const keys = posts.map(keyOf);

    expect(Object.keys(intents.held)).toHaveLength(15);
    expect(intents.lookAlikes).toHaveLength(10);
    expect(keys).toEqual(expect.arrayContaining([...Object.keys(intents.held), ...intents.lookAlikes]));
  });
});

function demoManifest() {
  const read = readManifest(readText('src/demo/campaign.yaml'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.manifest;
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

function keyOf({ siteCode, externalId }: DemoPost): string {
  return `${siteCode}/${externalId}`;
}

function count(words: string[]): Record<string, number> {
  return words.reduce<Record<string, number>>((counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }), {});
}
