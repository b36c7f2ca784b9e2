import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { UnitBelowItself, type OrganisationManifest, importOrganisation, unitById, unitMoved, unitsByCode } from '../../src/organisation/index.js';
import { contactsOfUnit, designationsOfUnit, unitPathById } from '../../src/organisation/load-units.js';
import { type Database, type HubEvent, query, transaction } from '../../src/platform/index.js';
import { openEmptyDatabase } from './open-database.js';

const by = { actor: 'system:test', now: new Date('2026-03-05T00:00:00Z') };

const province: OrganisationManifest = {
  designations: [
    { code: 'demonstration-point', name: '示范点' },
    { code: 'civilised-unit', name: '文明单位' },
  ],
  units: [
    { code: 'library', name: '图书馆（示例）', kind: 'UNIT', parent: 'harbin', designations: ['demonstration-point'], groups: [{ code: 'readers', name: '朗读队（示例）' }] },
    { code: 'office', name: '省办公室（示例）', kind: 'OFFICE', contacts: [{ name: '示例甲', role: '协调' }, { name: '示例甲', role: '简报', email: 'a@example.org' }] },
    { code: 'harbin', name: '哈尔滨市', kind: 'PREFECTURE', parent: 'office' },
    { code: 'heihe', name: '黑河市', kind: 'PREFECTURE', parent: 'office' },
  ],
  sites: [{ code: 'dbw', name: '东北网', url: 'https://dbw.example.org', unit: 'office' }],
};

describe('importing who takes part', () => {
  let db: Database;
  let close: () => Promise<void>;

  const bring = (manifest: OrganisationManifest) => transaction(db, (tx) => importOrganisation(tx, manifest, by));
  const idOfUnit = async (code: string) => (await unitsByCode(db, [code])).get(code) ?? '';
  const pathOf = async (code: string) => {
    const id = await idOfUnit(code);
    return (await unitPathById.load(db, [id])).get(id);
  };

  beforeAll(async () => {
    ({ db, close } = await openEmptyDatabase());
  });
  afterAll(() => close());
  beforeEach(async () => {
    await query(db, sql`truncate units, designations, sites, volunteer_groups cascade`);
  });

  it('stores units below their parents whatever the order in which they come', async () => {
    const counts = await bring(province);

    expect(await pathOf('library')).toEqual(['office', 'harbin', 'library']);
    expect(await pathOf('office')).toEqual(['office']);
    expect(counts).toEqual({
      designations: { created: 2, changed: 0, unchanged: 0 },
      units: { created: 4, changed: 0, unchanged: 0 },
      groups: { created: 1, changed: 0, unchanged: 0 },
      sites: { created: 1, changed: 0, unchanged: 0 },
    });
  });

  it('changes nothing the second time', async () => {
    await bring(province);
    const counts = await bring(province);

    const { designations, units, groups, sites } = counts;
    expect([designations, units, groups, sites]).toEqual([2, 4, 1, 1].map((unchanged) => ({ created: 0, changed: 0, unchanged })));
  });

  it('takes the whole subtree along when a unit moves, and tells so', async () => {
    await bring(province);
    const counts = await bring({ units: [{ code: 'harbin', name: '哈尔滨市', kind: 'PREFECTURE', parent: 'heihe' }] });

    expect(await pathOf('library')).toEqual(['office', 'heihe', 'harbin', 'library']);
    expect(counts.units).toEqual({ created: 0, changed: 1, unchanged: 0 });
    const [event] = await query(db, sql<HubEvent>`select * from events where type = ${unitMoved.type} order by seq desc limit 1`);
    expect(event).toMatchObject({ subject: await idOfUnit('harbin'), payload: { fromParent: await idOfUnit('office'), toParent: await idOfUnit('heihe') } });
  });

  it('refuses a move that would put a unit below itself by way of units that it does not name, and stores nothing of it', async () => {
    await bring(province);
    const moving = bring({ units: [{ code: 'harbin', name: '改名了', kind: 'PREFECTURE', parent: 'library' }] });

    await expect(moving).rejects.toThrow(UnitBelowItself);
    await expect(moving).rejects.toMatchObject({ codes: ['harbin'] });
    const id = await idOfUnit('harbin');
    expect((await unitById.load(db, [id])).get(id)?.name).toBe('哈尔滨市');
  });

  it('makes lists what they are given as, and leaves alone what is left out', async () => {
    await bring(province);
    const counts = await bring({
      units: [
        { code: 'library', name: '图书馆（示例）', kind: 'UNIT', designations: ['civilised-unit'] },
        { code: 'office', name: '省办公室（示例）', kind: 'OFFICE', contacts: [{ name: '示例甲', role: '简报' }] },
      ],
    });

    const [library, office] = [await idOfUnit('library'), await idOfUnit('office')];
    expect(await pathOf('library')).toEqual(['office', 'harbin', 'library']);
    expect((await designationsOfUnit.load(db, [library])).get(library)).toEqual([{ code: 'civilised-unit', name: '文明单位' }]);
    expect((await contactsOfUnit.load(db, [office])).get(office)).toEqual([{ name: '示例甲', role: '简报', email: null }]);
    expect(counts.units).toEqual({ created: 0, changed: 2, unchanged: 0 });
  });
});
