import type { CompiledPolicy } from '../policy/compile-policy-pack.js';
import { FEATURE_SPACE } from '../screening/model/hash-features.js';
import { readFeatures } from '../screening/model/read-features.js';
import { sourceOf } from '../screening/model/feature-source.js';
import { cutWindows } from '../screening/model/windows.js';
import { readDocument } from '../screening/screened-document.js';
import type { LabelledRow } from './labelled-row.js';

/** The features of each window of a row, the whole text first; as numbers that the extractor dealt out. */
export type Windows = readonly Uint32Array[];

/** Deals out small numbers for the features that it meets, so that a fit needs no more room than they take. */
export class FeatureExtractor {
  private readonly numberOf = new Int32Array(FEATURE_SPACE).fill(-1);
  private readonly hashes: number[] = [];

  constructor(
    private readonly policy: CompiledPolicy,
    private readonly view: 'characters' | 'sounds',
  ) {}

  /** Features met so far. */
  get size(): number {
    return this.hashes.length;
  }

  /** The hash that a number stands for. */
  hashOf(number: number): number {
    return this.hashes[number] ?? 0;
  }

  extract(row: Pick<LabelledRow, 'title' | 'text'>): Windows {
    const document = readDocument({ id: '', text: row.text, ...(row.title !== undefined && { title: row.title }) }, this.policy);
    const source = sourceOf(document, this.policy, this.view);
    return cutWindows(document.text.length, document.segments).map((window) => {
      const features = new Set<number>();
      readFeatures(source, window, (hash) => features.add(this.deal(hash)));
      return Uint32Array.from(features);
    });
  }

  private deal(hash: number): number {
    const known = this.numberOf[hash] ?? -1;
    if (known !== -1) return known;
    const number = this.hashes.push(hash) - 1;
    this.numberOf[hash] = number;
    return number;
  }
}
