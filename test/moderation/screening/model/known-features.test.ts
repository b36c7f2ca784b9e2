import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { hashGrams, hashPair, hashSense, LONGEST_GRAM, NO_GRAM } from '../../../../src/moderation/screening/model/hash-features.js';
import { readKnownFeatures } from '../../../../src/moderation/screening/model/known-features.js';
import { assembleModel, type LinearModel, marginOf, type ModelHead } from '../../../../src/moderation/screening/model/linear-model.js';
import { viewCharacters } from '../../../../src/moderation/screening/model/model-view.js';
import { type FeatureSource, readFeatures } from '../../../../src/moderation/screening/model/read-features.js';

const HEADER: LinearModel['header'] = { kind: 'wenming-linear-model', view: 'characters', version: '1', normaliser: 2, pack: '1', data: [], heads: [] };
const head = (name: string, weights: ReadonlyMap<number, number>, bias: number): ModelHead => {
  const sorted = [...weights].toSorted(([a], [b]) => a - b);
  return { name, bias, features: Uint32Array.from(sorted, ([feature]) => feature), weights: Float32Array.from(sorted, ([, weight]) => weight), calibration: { slope: 1, intercept: 0 } };
};

/** Heads that know every gram of some words, two senses and the two together. */
const WORDS = ['江堤', '灯会', '好人好事'];
const SENSES = [hashSense('price'), hashSense('contact')];
const gramsOf = (word: string): number[] => {
  const found = new Int32Array(LONGEST_GRAM * word.length);
  hashGrams(viewCharacters(word).units, 0, word.length, found);
  return [...found].filter((feature) => feature !== NO_GRAM);
};
const known = [...new Set([...WORDS.flatMap(gramsOf), ...SENSES, hashPair(SENSES[0] ?? 0, SENSES[1] ?? 0)])];
const heads = [head('incivility', new Map(known.map((feature, index) => [feature, index % 2 === 0 ? 1 + index : -index])), 0.5), head('deception', new Map(known.slice(3).map((feature, index) => [feature, 2 - index])), -1)];
const { families } = assembleModel(HEADER, heads);

function sourceOf(text: string): FeatureSource {
  const placesOf = (sign: string) => [...text.matchAll(new RegExp(sign, 'g'))].reduce<{ starts: number[]; ends: number[] }>((places, { index }) => ({ starts: [...places.starts, index], ends: [...places.ends, index + 1] }), { starts: [], ends: [] });
  return { view: viewCharacters(text), senses: ['元', '号'].map((sign, index) => ({ sense: { name: sign, symbol: index, feature: SENSES[index] ?? 0 }, places: placesOf(sign) })).filter(({ places }) => places.starts.length > 0) };
}

/** By the definition: the set of features that lie in the stretch, each weight once. */
function marginsOf(source: FeatureSource, stretch: { start: number; end: number }): number[] {
  const set = new Set<number>();
  readFeatures(source, stretch, (feature) => set.add(feature));
  return heads.map((one) => {
    const weights = [...one.features].flatMap((feature, index) => (set.has(feature) && one.weights[index] !== 0 ? [one.weights[index] ?? 0] : []));
    return marginOf(one, weights.reduce((sum, weight) => sum + weight, 0), weights.length);
  });
}

const text = fc.array(fc.constantFrom(...WORDS, '元', '号', '。', '雪', '江', '好人'), { maxLength: 40 }).map((parts) => parts.join(''));

describe('what a model knows of a post', () => {
  it('scores every stretch by the set of features that lie in it', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { minLength: 1, maxLength: 6 }), (post, stretches) => {
        const source = sourceOf(post);
        const score = readKnownFeatures(families, source, { start: 0, end: post.length });
        for (const [one, other] of stretches) {
          const stretch = { start: Math.min(one, other, post.length), end: Math.min(Math.max(one, other), post.length) };
          const expected = marginsOf(source, stretch);
          score(stretch).forEach((margin, position) => expect(margin).toBeCloseTo(expected[position] ?? NaN, 6));
        }
      }),
    );
  });

  it('forgets one post before the next', () => {
    const alone = [...readKnownFeatures(families, sourceOf('江堤'), { start: 0, end: 2 })({ start: 0, end: 2 })];
    readKnownFeatures(families, sourceOf('好人好事，5元，灯会'), { start: 0, end: 10 })({ start: 0, end: 10 });
    expect([...readKnownFeatures(families, sourceOf('江堤'), { start: 0, end: 2 })({ start: 0, end: 2 })]).toEqual(alone);
  });

  it('counts a feature once, however often it occurs', () => {
    const thrice = '江堤江堤江堤';
    const score = readKnownFeatures(families, sourceOf(thrice), { start: 0, end: thrice.length });
    const whole = [...score({ start: 0, end: thrice.length })];
    expect(whole).toEqual([...score({ start: 0, end: 4 })]);
  });
});
