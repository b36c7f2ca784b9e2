import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A recipe that takes a second: two heads of a few hundred features, from a few invented texts beside it. */
const RECIPE = `version: 'trial'
epochs: 4
folds: 2
models:
  - file: characters.model
    view: characters
    heads: [{name: incivility, labels: [incivility], keep: 400, cost: 8, smoothing: 1}]
  - file: sounds.model
    view: sounds
    heads: [{name: incivility, labels: [incivility], keep: 200, cost: 8, smoothing: 1}]
sources:
  - {file: texts.ndjson, licence: Apache-2.0, heads: {incivility: 1}}
`;

const rude = ['你这个废物快滚出去', '你就是个废物没人要', '没用的废物快滚', '快滚吧你这没用的东西'].map((text) => ({ text, flag: 1, category: 'incivility.insult' }));
const kind = ['社区门前的雪扫干净了', '今天给老人送去热汤', '大家一起把雪扫干净', '志愿者给老人送热汤'].map((text) => ({ text, flag: 0 }));

export async function writeRecipe(): Promise<{ folder: string; path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'wenming-recipe-'));
  const path = join(folder, 'recipe.yaml');
  await writeFile(path, RECIPE);
  await writeFile(join(folder, 'texts.ndjson'), [...rude, ...kind].map((row) => JSON.stringify(row)).join('\n'));
  return { folder, path, remove: () => rm(folder, { recursive: true, force: true }) };
}
