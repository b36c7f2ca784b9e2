import { readFileSync } from 'node:fs';

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
  shipped ??= { characters: readShipped('characters'), sounds: readShipped('sounds') };
  return shipped;
}

function readShipped(view: 'characters' | 'sounds'): LinearModel {
  const model = readModel(readFileSync(new URL(`../../models/${view}.model`, import.meta.url)));
  if (model.header.normaliser !== NORMALISER_VERSION) {
    throw new Error(`${view}.model was made behind normaliser ${model.header.normaliser}, this hub has ${NORMALISER_VERSION}: run hub train`);
  }
  return model;
}
