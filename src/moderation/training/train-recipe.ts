import { fileURLToPath } from 'node:url';
import { firstEdition } from '../policy/first-edition.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import type { Recipe } from './recipe.js';
import { type ReadSource, type TrainedModel, readRecipe, readSources, trainModels as trainBy } from './train-models.js';

/** All that models are made from. */
export interface Training {
  readonly recipe: Recipe;
  readonly sources: readonly ReadSource[];
  /** The policy whose lists are features. */
  readonly pack: PolicyPack;
}

/** Path of the recipe that the shipped models were made by. */
export function shippedRecipe(): string {
  return fileURLToPath(new URL('./recipe.yaml', import.meta.url));
}

/**
 * Reads a recipe and its sources, to be trained behind the first edition's lists.
 *
 * @param find where a source's file lies
 * @throws UsageError if the recipe or a source cannot be read
 */
export function readTraining(path: string, find: (file: string) => string): Training {
  const recipe = readRecipe(path);
  return { recipe, sources: readSources(recipe, find), pack: firstEdition() };
}

/**
 * Trains the models. The same training gives the same bytes.
 *
 * @param progress told after each fit: what was fitted, how many of how many fits of this head are done, and how many heads there are
 */
export function trainModels({ recipe, sources, pack }: Training, progress: (what: string, done: number, of: number, heads: number) => void): TrainedModel[] {
  const heads = recipe.models.reduce((sum, model) => sum + model.heads.length, 0);
  return trainBy(recipe, sources, pack, (what, done, of) => progress(what, done, of, heads));
}
