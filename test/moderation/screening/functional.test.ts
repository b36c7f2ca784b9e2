import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { shippedModels } from '../../../src/moderation/screening/model/shipped-models.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';
import { evaluate, type HeldCount } from '../../../src/moderation/training/evaluate.js';
import { readLabelled } from '../../../src/moderation/training/read-labelled.js';
import { FLOORS, type SuiteFloors } from './suites/floors.js';

const FOLDER = fileURLToPath(new URL('suites/', import.meta.url));
const pack = firstEdition();
const screener = createScreener(pack);

/** Texts that nobody was shown when the models were trained; each tests one function, in one form. */
const SUITES = readdirSync(FOLDER).filter((file) => file.endsWith('.ndjson')).map((file) => file.replace('.ndjson', ''));

/** What falls short, as sentences that name it with its share and its floor. */
function fallShort(counts: Readonly<Record<string, HeldCount>>, floors: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([name, { flag, rows, held }]) => {
    const share = (100 * held) / rows;
    const floor = floors[name];
    if (floor === undefined) return [`${name} has no floor`];
    if (flag ? share >= floor : share <= floor) return [];
    return [`${name}: ${share.toFixed(1)} % held (${held} of ${rows}), ${flag ? 'at least' : 'at most'} ${floor} % expected`];
  });
}

it('every suite has its floors', () => {
  expect(SUITES).toEqual(Object.keys(FLOORS));
});

describe.each(Object.entries(FLOORS))('suite %s', (name: string, floors: SuiteFloors) => {
  const evaluation = evaluate(readLabelled(`${FOLDER}${name}.ndjson`), screener, pack, shippedModels().characters);

  it('holds what breaks a rule and leaves the rest alone', () => {
    const { rows, recall, wrongHolds } = evaluation;
    expect(rows).toBeGreaterThan(100);
    expect(100 * (recall ?? 0)).toBeGreaterThanOrEqual(floors.held);
    expect(100 * (wrongHolds ?? 1)).toBeLessThanOrEqual(floors.wronglyHeld);
  });

  it('tells the two texts of a pair apart: stance decides, not vocabulary', () => {
    const { pairs, bothRight } = evaluation.pairs;
    expect(pairs).toBeGreaterThan(30);
    expect((100 * bothRight) / pairs).toBeGreaterThanOrEqual(floors.pairsRight);
  });

  it('names the category', () => {
    expect(100 * (evaluation.categoryRight ?? 0)).toBeGreaterThanOrEqual(floors.categoryRight);
  });

  it('reaches the floor of every form: plain, long, in a title, disguised', () => {
    expect(fallShort(evaluation.byForm, floors.forms)).toEqual([]);
  });

  it('reaches the floor of every function', () => {
    expect(fallShort(evaluation.byFunction, floors.functions)).toEqual([]);
    expect(Object.keys(floors.functions).filter((tested) => !(tested in evaluation.byFunction))).toEqual([]);
  });
});

describe('conduct, not opinion', () => {
  const readLines = (file: string) => readFileSync(`${FOLDER}${file}`, 'utf8').split('\n').filter((line) => line !== '');
  /** Opinion, belief, custom, art, illness, slang, appeals: nothing may hold them. */
  const innocent = readLines('never-held.txt');
  /** Those of them that are held at present, each of them a fault. They may change with a model; there are never more of them. */
  const faults = readLines('held-all-the-same.txt');

  it('is never a ground', () => {
    const held = innocent.filter((text) => screener.screen({ id: 'post', text }).outcome === 'HOLD');
    expect(innocent.length).toBeGreaterThan(150);
    expect(held.filter((text) => !faults.includes(text))).toEqual([]);
  });

  it('has no fault on record that is none of its texts', () => {
    expect(faults.filter((text) => !innocent.includes(text))).toEqual([]);
  });
});
