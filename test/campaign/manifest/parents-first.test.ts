import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { ManifestUnit } from '../../../src/campaign/manifest/manifest-schema.js';
import { parentsFirst } from '../../../src/campaign/manifest/parents-first.js';
import { readManifest } from '../../../src/campaign/manifest/read-manifest.js';

/** A tree of up to 30 units: each but the first stands below one that was drawn before it. */
const trees = fc.array(fc.nat(), { maxLength: 29 }).map((draws) => [
  unit('u0'),
  ...draws.map((draw, index) => unit(`u${index + 1}`, `u${draw % (index + 1)}`)),
]);
const shuffledTrees = trees.chain((units) =>
  fc.record({ units: fc.constant(units), shuffled: fc.shuffledSubarray(units, { minLength: units.length }) }),
);

describe('the unit tree of a manifest', () => {
  it('is the same in whatever order its units are written', () => {
    fc.assert(
      fc.property(shuffledTrees, ({ units, shuffled }) => {
        expect(edges(readUnits(shuffled))).toEqual(edges(units));
      }),
    );
  });

  it('is stored from the top: no unit before its parent, none lost', () => {
    fc.assert(
      fc.property(shuffledTrees, ({ units, shuffled }) => {
        const ordered = parentsFirst(readUnits(shuffled));
        const codes = ordered.map(({ code }) => code);

        expect(edges(ordered)).toEqual(edges(units));
        for (const { code, parent } of ordered) {
          if (parent !== undefined) expect(codes.indexOf(parent)).toBeLessThan(codes.indexOf(code));
        }
      }),
    );
  });

  it('may hang below a unit that the hub knows and the manifest does not define', () => {
    const units = [unit('b', 'a'), unit('a', 'known')];

    expect(parentsFirst(units).map(({ code }) => code)).toEqual(['a', 'b']);
  });
});

function unit(code: string, parent?: string): ManifestUnit {
  return parent === undefined ? { code, name: code, kind: 'UNIT' } : { code, name: code, kind: 'UNIT', parent };
}

function readUnits(units: ManifestUnit[]): ManifestUnit[] {
  const campaign = { code: 'c', name: 'c', startsOn: '2026-03-05', endsOn: '2026-12-05' };
  const read = readManifest(stringify({ campaign, units }));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.manifest.units ?? [];
}

function edges(units: ManifestUnit[]): string[] {
  return units.map(({ code, parent }) => `${parent ?? '-'} > ${code}`).sort();
}
