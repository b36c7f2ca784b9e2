import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { assembleModel, damping, type LinearModel, type ModelHead } from '../../../../src/moderation/screening/model/linear-model.js';

const HEADER: LinearModel['header'] = { kind: 'wenming-linear-model', view: 'characters', version: '1', normaliser: 2, pack: '1', data: [], heads: [] };
const head = (name: string, weights: Readonly<Record<number, number>>, bias = 0): ModelHead => ({
  name, bias, features: Uint32Array.from(Object.keys(weights), Number), weights: Float32Array.from(Object.values(weights)), calibration: { slope: 2, intercept: -1 },
});
const scoreOf = ({ families }: LinearModel, features: readonly number[], position = 0) => {
  families.begin();
  for (const place of features.map((feature) => families.find(feature))) if (place !== -1) families.add(place);
  return families.score(position);
};

describe('a linear model', () => {
  const model = assembleModel(HEADER, [head('incivility', { 5: 1, 9: -2 }, 0.5), head('incivility.insult', { 7: 3 }), head('deception', { 5: -1, 100: 4 })]);

  it('tells heads that say whether from heads that say which', () => {
    expect(model.families.heads.map(({ name }) => name)).toEqual(['incivility', 'deception']);
    expect(model.categories.heads.map(({ name }) => name)).toEqual(['incivility.insult']);
  });

  it('sums the weights of what it knows, damped by how much that is', () => {
    expect(scoreOf(model, [5, 9, 12_345]).margin).toBeCloseTo((1 - 2 + 0.5) / damping(2), 10);
    expect(scoreOf(model, [5, 100], 1).margin).toBeCloseTo((-1 + 4) / damping(2), 10);
    expect(scoreOf(model, []).margin).toBeCloseTo(0.5 / damping(0), 10);
  });

  it('counts a feature once, however often it occurs', () => {
    expect(scoreOf(model, [5, 5, 5])).toEqual(scoreOf(model, [5]));
  });

  it('forgets one text before the next', () => {
    const alone = scoreOf(model, [9]);
    scoreOf(model, [5, 100, 7]);
    expect(scoreOf(model, [9])).toEqual(alone);
  });

  it('turns a margin into a probability by the sigmoid it was given', () => {
    const { margin, probability } = scoreOf(model, [5]);
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-(2 * margin - 1))), 10);
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
