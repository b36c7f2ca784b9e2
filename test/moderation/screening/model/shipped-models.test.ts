import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../../src/moderation/policy/first-edition.js';
import { readModel } from '../../../../src/moderation/screening/model/model-file.js';
import { shippedModels } from '../../../../src/moderation/screening/model/shipped-models.js';
import { NORMALISER_VERSION } from '../../../../src/moderation/screening/normalise.js';
import { readRecipe } from '../../../../src/moderation/training/train-models.js';
import { shippedRecipe } from '../../../../src/moderation/training/train-recipe.js';

const FOLDER = new URL('../../../../src/moderation/models/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.model'));
const readFile = (file: string) => readFileSync(new URL(file, FOLDER));
const LARGEST = 400 * 1024;

describe('the shipped models', () => {
  it('are those of the recipe', () => {
    expect(FILES.toSorted()).toEqual(readRecipe(shippedRecipe()).models.map(({ file }) => file).toSorted());
  });

  it.each(FILES)('%s is small, and made behind the normaliser and the lists that a hub has', (file) => {
    const { header } = readModel(readFile(file));
    expect(statSync(new URL(file, FOLDER)).size).toBeLessThanOrEqual(LARGEST);
    expect(header).toMatchObject({ normaliser: NORMALISER_VERSION, pack: firstEdition().version, view: file.replace('.model', '') });
  });

  it.each(FILES)('%s says by digest what it was trained on, and all of it may be used freely', (file) => {
    const { data } = readModel(readFile(file)).header;
    expect(data.length).toBeGreaterThan(0);
    for (const { licence, rows, sha256 } of data) {
      expect(['Apache-2.0', 'MIT']).toContain(licence);
      expect(rows).toBeGreaterThan(0);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(FILES)('%s says how well it did on rows that it had not seen', (file) => {
    for (const { name, features, metrics } of readModel(readFile(file)).header.heads) {
      const measured = { name, rows: (metrics['rows'] ?? 0) > 0, features: features > 0, better: (metrics['macroF1'] ?? 0) > 0.5 };
      expect(measured).toEqual({ name, rows: true, features: true, better: true });
    }
  });

  it('know every family that the policy asks for, and name categories that it has', () => {
    const pack = firstEdition();
    const codes = pack.categories.map(({ code }) => code);
    const { characters, sounds } = shippedModels();
    for (const { head, category } of pack.models?.families ?? []) {
      for (const { families } of [characters, sounds]) expect(families.heads.map(({ name }) => name)).toContain(head);
      expect(codes).toContain(category);
    }
    for (const { categories } of [characters, sounds]) for (const { name } of categories.heads) expect(codes).toContain(name);
  });

  it('hold no path of the machine that made them', () => {
    for (const file of readdirSync(FOLDER)) expect(readFile(file).toString('latin1')).not.toMatch(/\/(home|root|Users|work|tmp|mnt|var)\/|[A-Z]:\\/);
  });
});
