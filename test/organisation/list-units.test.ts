import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importOrganisation, unitByCode, unitsByCode } from '../../src/organisation/index.js';
import { childrenOfUnit, childrenPage, listUnits } from '../../src/organisation/list-units.js';
import { type Database, transaction } from '../../src/platform/index.js';
import { openEmptyDatabase } from './open-database.js';

const prefectures = ['harbin', 'qiqihar', 'mudanjiang', 'jiamusi', 'daqing'];

describe('finding units', () => {
  let db: Database;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ db, close } = await openEmptyDatabase());
    await transaction(db, (tx) =>
      importOrganisation(
        tx,
        {
          designations: [{ code: 'demonstration-point', name: '示范点' }],
          units: [
            { code: 'office', name: '省办公室（示例）', kind: 'OFFICE' },
            ...prefectures.map((code) => ({ code, name: code, kind: 'PREFECTURE' as const, parent: 'office' })),
            { code: 'library', name: '图书馆（示例）', kind: 'UNIT', parent: 'harbin', designations: ['demonstration-point'] },
          ],
        },
        { actor: 'system:test', now: new Date() },
      ),
    );
  });
  afterAll(() => close());

  const codes = async (filter: Parameters<typeof listUnits>[1]) => (await listUnits(db, filter)).map((unit) => unit.code);

  it('lists each unit before those below it, otherwise in the order of the manifest', async () => {
    expect(await codes({})).toEqual(['office', 'harbin', 'library', 'qiqihar', 'mudanjiang', 'jiamusi', 'daqing']);
  });

  it('narrows by designation, parent and kind', async () => {
    expect(await codes({ designation: 'demonstration-point' })).toEqual(['library']);
    expect(await codes({ parent: 'office' })).toEqual(prefectures);
    expect(await codes({ parent: 'harbin', kind: 'UNIT' })).toEqual(['library']);
    expect(await codes({ parent: 'office', kind: 'UNIT' })).toEqual([]);
  });

  it('names a code that it does not know instead of finding nothing', async () => {
    await expect(listUnits(db, { parent: 'nowhere' })).rejects.toMatchObject({ code: 'UNKNOWN_UNIT', field: 'parent' });
    await expect(listUnits(db, { designation: 'nothing' })).rejects.toMatchObject({ code: 'UNKNOWN_DESIGNATION', field: 'designation' });
    await expect(listUnits(db, { parent: '\0' })).rejects.toMatchObject({ code: 'UNKNOWN_UNIT' });
    expect(await unitByCode(db, 'nowhere')).toBeUndefined();
    expect(await unitByCode(db, 'no\0where')).toBeUndefined();
  });

  it('pages through the children of many units at once, each once and in order', async () => {
    const ids = await unitsByCode(db, ['office', 'harbin']);
    const [office, harbin] = [ids.get('office') ?? '', ids.get('harbin') ?? ''];
    const first = [childrenPage(office, 2), childrenPage(harbin, 2)] as const;
    const pages = await childrenOfUnit.load(db, first);
    const page = pages.get(first[0]);
    const rest = childrenPage(office, 100, page?.pageInfo.endCursor ?? undefined);

    expect(page?.nodes.map((unit) => unit.code)).toEqual(['harbin', 'qiqihar']);
    expect(page?.pageInfo.hasNextPage).toBe(true);
    expect(pages.get(first[1])?.nodes.map((unit) => unit.code)).toEqual(['library']);
    expect((await childrenOfUnit.load(db, [rest])).get(rest)?.nodes.map((unit) => unit.code)).toEqual(['mudanjiang', 'jiamusi', 'daqing']);
  });

  it('refuses pages that are too large and cursors that are not its own', () => {
    expect(() => childrenPage('any', 101)).toThrow(expect.objectContaining({ code: 'PAGE_TOO_LARGE' }));
    expect(() => childrenPage('any', 10, 'nonsense')).toThrow(expect.objectContaining({ code: 'BAD_CURSOR' }));
  });
});
