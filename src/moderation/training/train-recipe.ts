import { fileURLToPath } from 'node:url';
import { firstEdition } from '../policy/first-edition.js';
import { type TrainedModel, readRecipe, readSources, trainModels as trainBy } from './train-models.js';

/** Path of the recipe that the shipped models were made by. */
export function shippedRecipe(): string {
  return fileURLToPath(new URL('./recipe.yaml', import.meta.url));
}

/**
 * Trains the models of a recipe behind the first edition's lists.
 *
 * @param find where a source's file lies
 * @param progress told after each fit: what was fitted, how many of how many fits of this head are done, and how many heads there are
 * @throws UsageError if the recipe or a source cannot be read
 */
export function trainModels(path: string, find: (file: string) => string, progress: (what: string, done: number, of: number, heads: number) => void): TrainedModel[] {
  const recipe = readRecipe(path);
  const heads = recipe.models.reduce((sum, model) => sum + model.heads.length, 0);
  return trainBy(recipe, readSources(recipe, find), firstEdition(), (what, done, of) => progress(what, done, of, heads));
}
