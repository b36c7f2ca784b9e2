import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { FEATURE_SPACE } from '../../../../src/moderation/screening/model/hash-features.js';
import { quantise, readModel, restore, writeModel } from '../../../../src/moderation/screening/model/model-file.js';
import type { ModelHeader } from '../../../../src/moderation/screening/model/model-header.js';

interface KeptHead {
  readonly features: Uint32Array;
  readonly weights: Int8Array;
}

const header = (heads: readonly KeptHead[], scale = 2): ModelHeader => ({
  kind: 'wenming-linear-model', view: 'characters', version: 'a trial', normaliser: 2, pack: 'a pack',
  data: [{ name: 'texts', licence: 'MIT', rows: 3, sha256: 'ab' }],
  heads: heads.map(({ features }, index) => ({ name: `head${index}`, features: features.length, bias: -0.5, scale, calibration: { slope: 1.5, intercept: 0.25 }, metrics: { rows: 3 } })),
});

const anyHead = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: FEATURE_SPACE - 1 }), fc.integer({ min: 1, max: 127 }), fc.boolean()), { selector: ([feature]) => feature, maxLength: 60 })
  .map((entries): KeptHead => {
    const sorted = entries.toSorted(([a], [b]) => a - b);
    return { features: Uint32Array.from(sorted, ([feature]) => feature), weights: Int8Array.from(sorted, ([, size, negative]) => (negative ? -size : size)) };
  });
const example = writeModel(header([{ features: Uint32Array.of(3, 200, 70_000), weights: Int8Array.of(1, -127, 64) }]), [{ features: Uint32Array.of(3, 200, 70_000), weights: Int8Array.of(1, -127, 64) }]);

describe('a model file', () => {
  it('gives back every head, feature and weight that was written', () => {
    fc.assert(
      fc.property(fc.array(anyHead, { minLength: 1, maxLength: 4 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (heads, scale) => {
        const bytes = writeModel(header(heads, scale), heads);
        expect(writeModel(header(heads, scale), heads).equals(bytes)).toBe(true);
        const model = readModel(bytes);
        expect(model.header).toEqual(header(heads, scale));
        heads.forEach(({ features, weights }, position) => {
          const read = model.families.heads[position];
          expect(read?.features).toEqual(features);
          features.forEach((feature, index) => expect(model.families.weightAt(position, model.families.find(feature))).toBe(Math.fround(restore(weights[index] ?? 0, scale))));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused wherever it is cut off, with a sentence', () => {
    for (let length = 0; length < example.length; length += 1) {
      expect(() => readModel(example.subarray(0, length))).toThrow(/^(this is not a model file: its first line is not the header of one|the model file has \d+ bytes where its header promises \d+)$/);
    }
  });

  it('is refused if something follows it', () => {
    expect(() => readModel(Buffer.concat([example, Buffer.from([0])]))).toThrow(`the model file has ${example.length + 1} bytes where its header promises ${example.length}`);
  });

  it('is refused if its header is that of something else', () => {
    for (const line of ['', '{}', 'not JSON', JSON.stringify({ ...header([]), kind: 'another' }), JSON.stringify({ ...header([]), view: 'pictures' })]) {
      expect(() => readModel(Buffer.from(`${line}\n`))).toThrow('this is not a model file');
    }
  });
});

describe('a weight in a byte', () => {
  const weight = fc.double({ min: -1, max: 1, noNaN: true });
  const scale = fc.double({ min: 0.01, max: 100, noNaN: true });

  it('lies within a byte, keeps its sign, and is at most one step of its square root off', () => {
    fc.assert(
      fc.property(weight, scale, (part, largest) => {
        const kept = quantise(part * largest, largest);
        expect(Number.isInteger(kept) && kept >= -127 && kept <= 127).toBe(true);
        const restored = restore(kept, largest) / largest;
        expect(Math.sign(restored) === Math.sign(part) || kept === 0).toBe(true);
        expect(Math.abs(Math.sqrt(Math.abs(restored)) - Math.sqrt(Math.abs(part)))).toBeLessThanOrEqual(0.5 / 127 + 1e-9);
      }),
    );
  });

  it('is what it was when quantised again', () => {
    fc.assert(fc.property(fc.integer({ min: -127, max: 127 }), scale, (kept, largest) => quantise(restore(kept, largest), largest) === kept));
  });

  it('never exceeds the largest', () => {
    expect(quantise(9, 2)).toBe(127);
    expect(quantise(-9, 2)).toBe(-127);
  });
});
