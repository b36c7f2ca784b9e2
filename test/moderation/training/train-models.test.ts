import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

import { UsageError } from '../../../src/platform/index.js';
import { compilePolicyPack } from '../../../src/moderation/policy/compile-policy-pack.js';
import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { hear, likeliestCategory } from '../../../src/moderation/screening/model/judge.js';
import { type LinearModel } from '../../../src/moderation/screening/model/linear-model.js';
import { readModel } from '../../../src/moderation/screening/model/model-file.js';
import { weighSpans } from '../../../src/moderation/screening/model/weigh-spans.js';
import { NORMALISER_VERSION } from '../../../src/moderation/screening/normalise.js';
import { readDocument } from '../../../src/moderation/screening/screened-document.js';
import { readRecipe } from '../../../src/moderation/training/train-models.js';
import { readTraining, trainModels } from '../../../src/moderation/training/train-recipe.js';
import { HELD_BACK, writeToyRecipe } from './toy-texts.js';

const toy = writeToyRecipe();
const steps: string[] = [];
const train = () => trainModels(readTraining(toy.recipe, (file) => join(toy.folder, 'data', file)), (what, done, of) => steps.push(`${what} ${done}/${of}`));
const [characters, sounds] = train();
const policy = compilePolicyPack(firstEdition());

function hearBy(model: LinearModel, text: string) {
  const document = readDocument({ id: 'post', text }, policy);
  const hearing = hear(model, document, policy);
  const [judgement] = hearing.judgements;
  if (judgement === undefined) throw new Error('the model has no head');
  return { document, hearing, judgement };
}

const read = (trained: typeof characters) => readModel(trained?.bytes ?? Buffer.alloc(0));

describe('training', () => {
  it('gives the same bytes for the same texts', () => {
    const again = train();
    expect(again.map(({ file }) => file)).toEqual(['toy.model', 'toy-sounds.model']);
    expect(again[0]?.bytes.equals(characters?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(again[1]?.bytes.equals(sounds?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('says in the header what it was made from, by digest, with its licence', () => {
    const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(read(characters).header).toMatchObject({
      view: 'characters', version: 'toy 1', normaliser: NORMALISER_VERSION, pack: firstEdition().version,
      data: [
        { name: 'shown.ndjson', licence: 'Apache-2.0', rows: toy.shown.length, sha256: digest(toy.sources.shown) },
        { name: 'some titles', licence: 'MIT', rows: 4, sha256: digest(toy.sources.titles) },
      ],
    });
    expect(read(characters).header.heads.map(({ name, metrics }) => ({ name, rows: metrics['rows'] }))).toEqual([
      { name: 'superstition', rows: toy.shown.length + 4 },
      { name: 'superstition.divination', rows: toy.shown.filter(({ flag }) => flag).length },
      { name: 'superstition.ritual', rows: toy.shown.filter(({ flag }) => flag).length },
    ]);
  });

  it('keeps no more features than the recipe asks for', () => {
    expect(read(characters).header.heads.map(({ features }) => features <= 400 && features > 0)).toEqual([true, true, true]);
    expect(read(characters).header.heads.slice(1).every(({ features }) => features <= 100)).toBe(true);
  });

  it.each([['what is written', characters], ['how it sounds', sounds]])('learns to judge texts that it was not shown, by %s', (_name, trained) => {
    const model = read(trained);
    for (const { text, flag } of HELD_BACK) expect({ text, flag: hearBy(model, text).judgement.probability >= 0.5 }).toEqual({ text, flag });
  });

  it('learns which category an offence has', () => {
    for (const { text, category } of HELD_BACK.filter(({ flag }) => flag)) {
      const { hearing, judgement } = hearBy(read(characters), text);
      expect({ text, category: likeliestCategory(hearing, judgement) }).toEqual({ text, category });
    }
  });

  it('hears what is spelt out or written by sound', () => {
    const model = read(sounds);
    expect(hearBy(model, '慧缘大师kan八字，两百ba一件，加wei信。').judgement.probability).toBeGreaterThanOrEqual(0.5);
  });

  it('learns words that can be shown: those that weigh are words of the offence', () => {
    const text = '社区志愿者扫雪，大家都笑了，城里王师父看八字先付定金。';
    const { document, hearing, judgement } = hearBy(read(characters), text);
    const [heaviest] = weighSpans(hearing, judgement);
    expect(heaviest?.share).toBeGreaterThan(0.5);
    expect('城里王师父看八字先付定金').toContain(document.locate(heaviest?.start ?? 0, heaviest?.end ?? 0).span.text.replaceAll(/[，。]/g, ''));
  });

  it('tells of every fit, and one more for each head than there are folds', () => {
    expect(steps.filter((step) => step.startsWith('characters superstition ')).slice(0, 4)).toEqual(['1/4', '2/4', '3/4', '4/4'].map((part) => `characters superstition ${part}`));
  });
});

describe('a recipe', () => {
  it.each([
    ['an unknown view', /view: characters/, 'view: pictures', 'models.0.view'],
    ['too few folds', /folds: 3/, 'folds: 1', 'folds'],
    ['a source without a licence', /licence: Apache-2.0, /, '', 'sources.0.licence'],
  ])('with %s is refused by naming the field', (_name, from, into, field) => {
    const path = toy.write('wrong.yaml', readFileSync(toy.recipe, 'utf8').replace(from, into));
    expect(() => readRecipe(path)).toThrow(UsageError);
    expect(() => readRecipe(path)).toThrow(field);
  });

  it.each([['version: [', 'broken.yaml'], [null, 'none.yaml']])('that is no YAML or not there is refused by naming the file', (content, name) => {
    const path = content === null ? join(toy.folder, name) : toy.write(name, content);
    expect(() => readRecipe(path)).toThrow(UsageError);
    expect(() => readRecipe(path)).toThrow(`${path} cannot be read: `);
  });
});
