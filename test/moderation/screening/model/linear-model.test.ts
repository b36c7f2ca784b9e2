import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { hashUnit } from '../../../../src/moderation/screening/model/hash-features.js';
import { assembleModel, calibrate, damping, type LinearModel, marginOf, type ModelHead } from '../../../../src/moderation/screening/model/linear-model.js';

const HEADER: LinearModel['header'] = { kind: 'wenming-linear-model', view: 'characters', version: '1', normaliser: 2, pack: '1', data: [], heads: [] };
const head = (name: string, weights: Readonly<Record<number, number>>, bias = 0): ModelHead => ({
  name, bias, features: Uint32Array.from(Object.keys(weights), Number), weights: Float32Array.from(Object.values(weights)), calibration: { slope: 2, intercept: -1 },
});
describe('a linear model', () => {
  const model = assembleModel(HEADER, [head('incivility', { 5: 1, 9: -2 }, 0.5), head('incivility.insult', { 7: 3 }), head('deception', { 5: -1, 100: 4 })]);

  it('tells heads that say whether from heads that say which', () => {
    expect(model.families.heads.map(({ name }) => name)).toEqual(['incivility', 'deception']);
    expect(model.categories.heads.map(({ name }) => name)).toEqual(['incivility.insult']);
  });

  it('damps a margin by how much it knows', () => {
    expect(marginOf({ bias: 0.5 }, 1 - 2, 2)).toBeCloseTo((1 - 2 + 0.5) / damping(2), 10);
    expect(damping(40)).toBeGreaterThan(damping(0));
  });

  it('turns a margin into a probability by the sigmoid it was given', () => {
    expect(calibrate({ calibration: { slope: 2, intercept: -1 } }, 0.7)).toBeCloseTo(1 / (1 + Math.exp(-(2 * 0.7 - 1))), 10);
  });

  it('finds a single unit where it finds its feature', () => {
    const { families } = assembleModel(HEADER, [head('incivility', { [hashUnit(0x597d)]: 3, 5: 1 })]);
    expect(families.findUnit(0x597d)).toBe(families.find(hashUnit(0x597d)));
    expect(families.weightAt(0, families.findUnit(0x597d))).toBe(3);
    expect(families.findUnit(0x574f)).toBe(-1);
  });

  it('finds the weight of every feature, and no place for any other', () => {
    const weights = fc.dictionary(fc.integer({ min: 0, max: 2 ** 24 - 1 }).map(String), fc.integer({ min: 1, max: 9 }), { maxKeys: 200 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 2 ** 24 - 1 }), (known, other) => {
        const { families } = assembleModel(HEADER, [head('incivility', known)]);
        for (const [feature, weight] of Object.entries(known)) expect(families.weightAt(0, families.find(Number(feature)))).toBe(weight);
        expect(families.find(other) === -1).toBe(!(String(other) in known));
      }),
    );
  });
});
