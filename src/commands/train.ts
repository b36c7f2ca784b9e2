import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { shippedRecipe, trainModels } from '../moderation/index.js';
import { UsageError } from '../platform/index.js';

export interface TrainOptions {
  readonly recipe?: string;
  readonly data?: string;
  readonly out: string;
}

/** `hub train`: makes the models from labelled texts. Nothing is served: the files are written where `--out` says. */
export function trainToFiles({ recipe = shippedRecipe(), data, out }: TrainOptions): Promise<0> {
  const bar = new SingleBar({ format: '{bar} {value}/{total} {what}', stream: process.stderr, clearOnComplete: false, noTTYOutput: true, notTTYSchedule: 5_000 });
  let finished = 0;
  const models = trainModels(recipe, (file) => findSource(file, recipe, data), (what, done, of, heads) => {
    if (finished === 0) bar.start(heads * of, 0, { what });
    finished += 1;
    bar.update(finished, { what });
  });
  bar.stop();
  mkdirSync(out, { recursive: true });
  for (const { file, bytes, header } of models) {
    writeFileSync(join(out, file), bytes);
    process.stderr.write(`${join(out, file)}: ${bytes.length} bytes\n`);
    process.stdout.write(`${JSON.stringify({ file, bytes: bytes.length, heads: header.heads })}\n`);
  }
  return Promise.resolve(0);
}

function findSource(file: string, recipe: string, data: string | undefined): string {
  const candidates = [resolve(recipe, '..', file), ...(data === undefined ? [] : [resolve(data, file)])];
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new UsageError(`The recipe asks for ${file}, which is not at ${candidates.join(' nor at ')}: say where the data lie with --data.`);
  return found;
}
