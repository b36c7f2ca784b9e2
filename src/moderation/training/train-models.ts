import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

import { UsageError } from '../../platform/index.js';
import { compilePolicyPack } from '../policy/compile-policy-pack.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { writeModel } from '../screening/model/model-file.js';
import type { ModelHeader } from '../screening/model/model-header.js';
import { NORMALISER_VERSION } from '../screening/normalise.js';
import { FeatureExtractor, type Windows } from './extract-examples.js';
import type { LabelledRow } from './labelled-row.js';
import { type LabelledFile, readLabelled } from './read-labelled.js';
import { type Recipe, RecipeShape, carriesLabel, type RecipeHead } from './recipe.js';
import { type TrainingRow, type TrainedHead, trainHead } from './train-head.js';

export interface TrainedModel {
  readonly file: string;
  readonly header: ModelHeader;
  readonly bytes: Buffer;
}

/** A source of the recipe with its rows. */
export interface ReadSource {
  readonly source: Recipe['sources'][number];
  readonly file: LabelledFile;
}

/** @throws UsageError if there is no such file, or naming the field that is wrong */
export function readRecipe(path: string): Recipe {
  const parsed = RecipeShape.safeParse(readYaml(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is no recipe'}`);
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    throw new UsageError(`${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/**
 * Reads the recipe's sources.
 *
 * @param find where a source's file lies
 * @throws UsageError if one cannot be read
 */
export function readSources(recipe: Recipe, find: (file: string) => string): ReadSource[] {
  return recipe.sources.map((source) => ({ source, file: readLabelled(find(source.file)) }));
}

/**
 * Trains the recipe's models on its sources. The same sources, recipe and pack give the same bytes.
 *
 * @param progress told what is being fitted, and how many of its fits are done
 */
export function trainModels(recipe: Recipe, sources: readonly ReadSource[], pack: PolicyPack, progress: (what: string, done: number, of: number) => void): TrainedModel[] {
  const policy = compilePolicyPack(pack);
  return recipe.models.map((model) => {
    const extractor = new FeatureExtractor(policy, model.view);
    const extracted = sources.map(({ source, file }) => ({ source, rows: file.rows.map((row) => ({ row, windows: extractor.extract(row) })) }));
    const trained = model.heads.map((head) => {
      const rows = extracted.flatMap(({ source, rows: given }) => {
        const share = source.heads[head.name] ?? source.heads[familyOf(head.name)];
        return share === undefined ? [] : given.flatMap(({ row, windows }) => trainingRow(head, { ...row, category: row.category ?? source.category ?? null }, windows, share, source.file));
      });
      return trainHead(rows, {
        head,
        epochs: recipe.epochs,
        folds: recipe.folds,
        features: extractor.size,
        progress: (done, of) => progress(`${model.view} ${head.name}`, done, of),
      });
    });
    return toModel(recipe, model, trained, extractor, sources, pack);
  });
}

function familyOf(head: string): string {
  return head.split('.')[0] ?? head;
}

function trainingRow(head: RecipeHead, row: LabelledRow, windows: Windows, share: number, file: string): TrainingRow[] {
  if (head.among === 'offences' && !(row.flag && row.category?.includes('.') === true)) return [];
  return [{ windows, label: carriesLabel(head, row), weight: share, group: row.pair ? `${file} ${row.pair}` : row.text }];
}

function toModel(
  recipe: Recipe,
  model: Recipe['models'][number],
  trained: readonly TrainedHead[],
  extractor: FeatureExtractor,
  sources: readonly ReadSource[],
  pack: PolicyPack,
): TrainedModel {
  const sorted = trained.map(({ kept }) => kept.map(({ feature, weight }) => ({ hash: extractor.hashOf(feature), weight })).sort((a, b) => a.hash - b.hash));
  const header: ModelHeader = {
    kind: 'wenming-linear-model',
    view: model.view,
    version: recipe.version,
    normaliser: NORMALISER_VERSION,
    pack: pack.version,
    data: sources.map(({ source, file }) => ({ name: source.of ?? file.name, licence: source.licence, rows: file.rows.length, sha256: file.sha256 })),
    heads: model.heads.map(({ name }, position) => {
      const { bias, scale, calibration, metrics } = trained[position] ?? { bias: 0, scale: 1, calibration: { slope: 1, intercept: 0 }, metrics: {} };
      return { name, features: sorted[position]?.length ?? 0, bias, scale, calibration, metrics };
    }),
  };
  const heads = sorted.map((features) => ({ features: Uint32Array.from(features, ({ hash }) => hash), weights: Int8Array.from(features, ({ weight }) => weight) }));
  return { file: model.file, header, bytes: writeModel(header, heads) };
}
