import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ManifestError, type ManifestSection, importManifest, topicsByCode } from '../../src/campaign/index.js';
import { campaignByCode, milestonesOfCampaign, phasesOfCampaign, topicsOfCampaign } from '../../src/campaign/load-campaigns.js';
import { CLEARING_EVENT, type Database, HubError, query, queryOne } from '../../src/platform/index.js';
import { openEmptyDatabase } from '../organisation/open-database.js';

const spring = `
campaign: { code: spring, name: 春天的活动, startsOn: 2026-03-05, endsOn: 2026-06-30, description: 示例 }
phases:
  - { code: launch, name: 启动, startsOn: 2026-03-05, endsOn: 2026-03-31 }
  - { code: drive, name: 推进, startsOn: 2026-04-01, endsOn: 2026-06-30 }
milestones: [{ code: meeting, name: 交流会, on: 2026-05-15 }]
topics:
  - { code: trees, name: 植树, opensOn: 2026-03-12, closesOn: 2026-05-20 }
  - { code: plates, name: 光盘 }
units:
  - { code: office, name: 办公室（示例）, kind: OFFICE }
  - { code: north, name: 北城（示例）, kind: PREFECTURE, parent: office }
sites: [{ code: daily, name: 日报网（示例）, url: "https://daily.example.org", unit: office }]
`;

describe('importing a campaign manifest', () => {
  let db: Database;
  let close: () => Promise<void>;

  const bring = (yaml: string, sections: ManifestSection[] = []) => importManifest(db, yaml, { actor: 'system:test', now: new Date(), sections });
  const facts = () => query(db, sql<{ payload: unknown; subject: string }>`select subject, payload from events where type = ${CLEARING_EVENT} order by seq`);
  const problemsOf = async (import_: Promise<unknown>) => {
    const fault: unknown = await import_.catch((thrown: unknown) => thrown);
    if (!(fault instanceof ManifestError)) throw new Error('The manifest was not refused.');
    return fault;
  };

  beforeAll(async () => {
    ({ db, close } = await openEmptyDatabase());
  });
  afterAll(() => close());
  beforeEach(async () => {
    await query(db, sql`truncate campaigns, topics, units, sites cascade`);
  });

  it('sets up a campaign with its phases, milestones and topics', async () => {
    const { campaign, counts } = await bring(spring);
    const view = await campaignByCode(db, campaign);
    const id = view?.uuid ?? '';

    expect(view).toMatchObject({ code: 'spring', startsOn: '2026-03-05', endsOn: '2026-06-30', description: '示例' });
    expect((await phasesOfCampaign.load(db, [id])).get(id)).toMatchObject([{ code: 'launch' }, { code: 'drive', startsOn: '2026-04-01', endsOn: '2026-06-30' }]);
    expect((await milestonesOfCampaign.load(db, [id])).get(id)).toEqual([{ code: 'meeting', name: '交流会', happensOn: '2026-05-15' }]);
    expect((await topicsOfCampaign.load(db, [id])).get(id)).toEqual([
      { code: 'trees', name: '植树', description: null, opensOn: '2026-03-12', closesOn: '2026-05-20' },
      { code: 'plates', name: '光盘', description: null, opensOn: null, closesOn: null },
    ]);
    expect(counts).toMatchObject({ campaign: { created: 1 }, phases: { created: 2 }, topics: { created: 2 }, units: { created: 2 }, sites: { created: 1 } });
    expect(await topicsByCode(db, ['trees', 'nothing'])).toEqual(new Set(['trees']));
  });

  it('changes nothing and tells nothing the second time', async () => {
    await bring(spring);
    const before = (await facts()).length;
    const { counts } = await bring(spring);

    expect(Object.values(counts).every(({ created, changed }) => created + changed === 0)).toBe(true);
    expect(await facts()).toHaveLength(before);
  });

  it('tells once what an import changed', async () => {
    await bring(spring);
    const before = (await facts()).length;
    await bring(spring.replace('name: 光盘', 'name: 光盘行动'));

    const told = (await facts()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ subject: (await campaignByCode(db, 'spring'))?.uuid, payload: { code: 'spring', sections: { topics: { created: 0, changed: 1, unchanged: 1 } } } });
  });

  it('lets a manifest add one unit below a unit that the hub has already', async () => {
    await bring(spring);
    const { counts } = await bring(`
campaign: { code: spring, name: 春天的活动, startsOn: 2026-03-05, endsOn: 2026-06-30 }
units: [{ code: school, name: 小学（示例）, kind: UNIT, parent: north }]
`);

    expect(counts).toMatchObject({ campaign: { unchanged: 1 }, units: { created: 1, changed: 0 } });
    expect((await campaignByCode(db, 'spring'))?.description).toBe('示例');
  });

  it('names line and field of what cannot be, and stores nothing of the rest', async () => {
    const fault = await problemsOf(bring(spring.replace('parent: office', 'parent: offce')));

    const message = 'names the unit "offce", which is not defined; the nearest is "office"';
    expect(fault.problems).toEqual([{ line: 12, field: 'units[1].parent', message }]);
    expect(fault).toMatchObject({ code: 'BAD_MANIFEST', message: `The manifest cannot be imported: line 12: units[1].parent ${message}.` });
    expect(await campaignByCode(db, 'spring')).toBeUndefined();
  });

  it('names line and field of a circle that only shows with the units that the hub has', async () => {
    await bring(spring);
    const fault = await problemsOf(
      bring(`campaign: { code: spring, name: 改名, startsOn: 2026-03-05, endsOn: 2026-06-30 }
units:
  - { code: office, name: 办公室（示例）, kind: OFFICE, parent: north }
`),
    );

    expect(fault.problems).toMatchObject([{ line: 3, field: 'units[0].parent' }]);
    expect((await campaignByCode(db, 'spring'))?.name).toBe('春天的活动');
  });

  it("does not let a campaign take another's topic", async () => {
    await bring(spring);
    const fault = await problemsOf(bring('campaign: { code: autumn, name: 秋天, startsOn: 2026-09-01, endsOn: 2026-10-31 }\ntopics:\n  - { code: trees, name: 种树 }\n'));

    expect(fault.problems).toEqual([{ line: 3, field: 'topics[0].code', message: 'is "trees", a topic of the campaign "spring" already' }]);
  });

  it('refuses text that cannot be stored', async () => {
    const fault = await problemsOf(bring(spring.replace('name: 交流会', 'name: "交\\0流会"')));

    expect(fault.problems).toMatchObject([{ line: 6, field: 'milestones[0].name' }]);
  });

  it('refuses a section that nobody would store', async () => {
    const fault = await problemsOf(bring(`${spring}feeds: [{ slug: all, title: 全部, rule: {} }]\n`));

    expect(fault.problems).toMatchObject([{ line: 14, field: 'feeds' }]);
  });

  it("commits a later room's section together with the rest, or neither", async () => {
    const withFeeds = `${spring}feeds: [{ slug: all, title: 全部, rule: {} }]\n`;
    const seen: string[] = [];
    const storing: ManifestSection = {
      key: 'feeds',
      async import(tx, manifest, { campaignId }) {
        const campaign = await queryOne(tx, sql<{ code: string }>`select code from campaigns where id = ${campaignId}`);
        seen.push(`${campaign?.code} ${manifest.feeds?.[0]?.slug}`);
        return { created: 1, changed: 0, unchanged: 0 };
      },
    };
    const failing: ManifestSection = { key: 'feeds', import: () => Promise.reject(new HubError('NO_ROOM', 'There is no room for this feed.')) };

    await expect(bring(withFeeds, [failing])).rejects.toMatchObject({ code: 'NO_ROOM' });
    expect(await campaignByCode(db, 'spring')).toBeUndefined();
    expect((await bring(withFeeds, [storing])).counts['feeds']).toEqual({ created: 1, changed: 0, unchanged: 0 });
    expect(seen).toEqual(['spring all']);
  });

  it('stores a manifest once when four organisers import it at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => bring(spring)));

    expect(results.reduce((sum, { counts }) => sum + (counts['units']?.created ?? 0), 0)).toBe(2);
    expect(results.filter(({ counts }) => counts['campaign']?.created === 1)).toHaveLength(1);
  });

  it('takes in the demo campaign: 39 units, eight sites, seven topics', async () => {
    const yaml = await readFile(new URL('../../src/demo/campaign.yaml', import.meta.url), 'utf8');
    const feeds: ManifestSection = { key: 'feeds', import: (_tx, manifest) => Promise.resolve({ created: manifest.feeds?.length ?? 0, changed: 0, unchanged: 0 }) };
    const { counts } = await bring(yaml, [feeds]);

    expect(counts).toMatchObject({ units: { created: 39 }, sites: { created: 8 }, topics: { created: 7 }, phases: { created: 3 } });
  });
});
