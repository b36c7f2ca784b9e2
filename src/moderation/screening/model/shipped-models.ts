import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { NORMALISER_VERSION } from '../normalise.js';
import { readModel } from './model-file.js';
import type { LinearModel } from './linear-model.js';

/** The two models that a hub screens with: what is written, and how it sounds. */
export interface ModelPair {
  readonly characters: LinearModel;
  readonly sounds: LinearModel;
}

let shipped: ModelPair | undefined;

/**
 * The models that come with the hub; read once a process.
 *
 * @throws Error if a file is broken or was made behind another normaliser
 */
export function shippedModels(): ModelPair {
  shipped ??= readModelPair(fileURLToPath(new URL('../../models', import.meta.url)));
  return shipped;
}

/**
 * Reads `characters.model` and `sounds.model` from a folder.
 *
 * @throws Error if a file is missing or broken, looks at something else than its name says, or was made behind another normaliser
 */
export function readModelPair(folder: string): ModelPair {
  return { characters: readNamed(folder, 'characters'), sounds: readNamed(folder, 'sounds') };
}

function readNamed(folder: string, view: 'characters' | 'sounds'): LinearModel {
  const model = readModel(readFileSync(join(folder, `${view}.model`)));
  if (model.header.view !== view) throw new Error(`${view}.model is a model that looks at ${model.header.view}`);
  if (model.header.normaliser !== NORMALISER_VERSION) {
    throw new Error(`${view}.model was made behind normaliser ${model.header.normaliser}, this hub has ${NORMALISER_VERSION}: run hub train`);
  }
  return model;
}
