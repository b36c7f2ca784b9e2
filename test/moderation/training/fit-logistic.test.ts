import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { damping } from '../../../src/moderation/screening/model/linear-model.js';
import { type Example, fitLogistic, type Fit } from '../../../src/moderation/training/fit-logistic.js';

const OPTIONS = { features: 20, cost: 4, smoothing: 1, epochs: 20 };
const example = (label: boolean, features: readonly number[], weight = 1): Example => ({ label, features: Uint32Array.from(features), weight });
const marginOf = ({ weights, bias }: Fit, features: Iterable<number>) => {
  const list = [...features];
  return list.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias) / damping(list.length);
};

/** Features 0 to 4 speak for the label, 5 to 9 against it, 10 to 19 for nothing. */
const SEPARABLE = Array.from({ length: 60 }, (_, index) => {
  const label = index % 2 === 0;
  const from = label ? 0 : 5;
  return example(label, [from + (index % 5), from + ((index * 3 + 1) % 5), 10 + (index % 10), 10 + ((index * 7 + 3) % 10)].filter((feature, at, all) => all.indexOf(feature) === at));
});

describe('logistic regression', () => {
  it('tells apart what can be told apart', () => {
    const fit = fitLogistic(SEPARABLE, OPTIONS);
    for (const { label, features } of SEPARABLE) expect(marginOf(fit, features) > 0).toBe(label);
    expect(marginOf(fit, [2])).toBeGreaterThan(0);
    expect(marginOf(fit, [7])).toBeLessThan(0);
  });

  it('gives weight to what speaks, and little to what says nothing', () => {
    const { weights } = fitLogistic(SEPARABLE, OPTIONS);
    for (let feature = 0; feature < 5; feature += 1) expect(weights[feature]).toBeGreaterThan(0);
    for (let feature = 5; feature < 10; feature += 1) expect(weights[feature]).toBeLessThan(0);
    const speaking = Math.min(...weights.subarray(0, 10).map(Math.abs));
    for (const idle of weights.subarray(10)) expect(Math.abs(idle)).toBeLessThan(speaking / 2);
  });

  it('gives the same numbers for the same examples', () => {
    const [one, other] = [fitLogistic(SEPARABLE, OPTIONS), fitLogistic(SEPARABLE, OPTIONS)];
    expect(other).toEqual(one);
  });

  it('pulls no harder than its cost lets it: what contradicts itself gets margins between', () => {
    const contrary = [example(true, [0]), example(false, [0]), example(true, [0]), example(false, [0])];
    expect(Math.abs(marginOf(fitLogistic(contrary, OPTIONS), [0]))).toBeLessThan(0.2);
    const wider = (cost: number) => marginOf(fitLogistic(SEPARABLE, { ...OPTIONS, cost }), [0, 1]);
    expect(wider(8)).toBeGreaterThan(wider(0.5));
  });

  it('follows the heavier of two that disagree', () => {
    const fit = (heavy: boolean) => fitLogistic([...SEPARABLE, example(true, [12], heavy ? 30 : 1), example(false, [12], heavy ? 1 : 30)], OPTIONS);
    expect(marginOf(fit(true), [12])).toBeGreaterThan(marginOf(fit(false), [12]));
  });

  it('stays finite on whatever it is given', () => {
    const examples = fc.array(fc.tuple(fc.boolean(), fc.uniqueArray(fc.integer({ min: 0, max: 19 })), fc.double({ min: 0.01, max: 10, noNaN: true })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(examples, (rows) => {
        const { weights, bias } = fitLogistic(rows.map(([label, features, weight]) => example(label, features, weight)), OPTIONS);
        expect(Number.isFinite(bias) && weights.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
