import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type TrainedModel, type Training, addDecisions, readTraining, shippedRecipe, storeModels, trainModels } from '../moderation/index.js';
import { type Database, UsageError } from '../platform/index.js';
import { withDatabase } from './use-database.js';

export interface TrainOptions {
  readonly recipe?: string;
  readonly data?: string;
  readonly fromDecisions?: true;
  readonly most: string;
  readonly share: string;
  readonly out?: string;
  readonly store?: true;
}

/**
 * `hub train`: makes the models from labelled texts, with `--from-decisions` also from what people decided on this hub.
 * Nothing is served by it: files go where `--out` says, and with `--store` into the hub's table, where they wait for a
 * policy that names them. On stdout what to write into such a policy, or, where nothing is stored, the figures a model.
 */
export async function train(options: TrainOptions): Promise<0> {
  const { recipe = shippedRecipe(), data, fromDecisions, out, store } = options;
  if (out === undefined && store !== true) throw new UsageError('Say where the models shall go: --out <folder>, --store, or both.');
  const extent = { most: readNumber('most', options.most, Number.isInteger), share: readNumber('share', options.share, Number.isFinite) };
  // What is wrong with the recipe or its files is told before a database is opened.
  const training = readTraining(recipe, (file) => findSource(file, recipe, data));
  if (fromDecisions !== true && store !== true) return write(fit(training), out ?? '');
  return withDatabase(async (db) => {
    const models = fit(fromDecisions === true ? await withDecisions(db, training, extent) : training);
    if (store !== true) return write(models, out ?? '');
    if (out !== undefined) writeFiles(models, out);
    const stored = await storeModels(db, models, { actor: 'system:train', now: new Date() });
    process.stderr.write('Stored, and without effect until a policy that names them is served. These lines go under "models" in a draft:\n');
    for (const { view, sha256 } of stored) process.stdout.write(`  ${view}: '${sha256}'\n`);
    return 0;
  });
}

async function withDecisions(db: Database, training: Training, extent: { readonly most: number; readonly share: number }): Promise<Training> {
  const added = await addDecisions(db, training, extent);
  process.stderr.write(`From people's decisions: ${added.rows} texts (${Object.entries(added.byCategory).map(([category, rows]) => `${category} ${rows}`).join(', ')}), each counting ${extent.share}.\n`);
  return added.training;
}

/** Fitting keeps the process busy, so that a bar that draws itself by a clock would stand still: it is drawn at each step. */
function fit(training: Training): TrainedModel[] {
  const bar = process.stderr.isTTY ? new SingleBar({ format: '{bar} {value}/{total} {what}', stream: process.stderr }) : null;
  let finished = 0;
  process.stderr.write(`Reading features of ${training.sources.reduce((sum, { file }) => sum + file.rows.length, 0)} texts …\n`);
  const models = trainModels(training, (what, _done, of, heads) => {
    if (finished === 0) bar?.start(heads * of, 0, { what });
    finished += 1;
    if (bar === null) process.stderr.write(`${finished} of ${heads * of} fitted: ${what}\n`);
    else bar.update(finished, { what });
  });
  bar?.stop();
  return models;
}

function write(models: readonly TrainedModel[], out: string): 0 {
  writeFiles(models, out);
  for (const { file, bytes, header } of models) process.stdout.write(`${JSON.stringify({ file, bytes: bytes.length, heads: header.heads })}\n`);
  return 0;
}

function writeFiles(models: readonly TrainedModel[], out: string): void {
  mkdirSync(out, { recursive: true });
  for (const { file, bytes } of models) {
    writeFileSync(join(out, file), bytes);
    process.stderr.write(`${join(out, file)}: ${bytes.length} bytes\n`);
  }
}

function findSource(file: string, recipe: string, data: string | undefined): string {
  const candidates = [resolve(recipe, '..', file), ...(data === undefined ? [] : [resolve(data, file)])];
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new UsageError(`The recipe asks for ${file}, which is not at ${candidates.join(' nor at ')}: say where the data lie with --data.`);
  return found;
}

function readNumber(option: string, written: string, isFit: (value: number) => boolean): number {
  const value = Number(written);
  if (!isFit(value) || value <= 0) throw new UsageError(`--${option} must be a ${option === 'most' ? 'whole ' : ''}number above 0, not "${written}".`);
  return value;
}
