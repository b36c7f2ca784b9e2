import { calibrate, damping } from '../screening/model/linear-model.js';
import { quantise, restore } from '../screening/model/model-file.js';
import type { Windows } from './extract-examples.js';
import { fitCalibration } from './fit-calibration.js';
import { type Example, type Fit, fitLogistic } from './fit-logistic.js';
import { measure } from './measure.js';
import type { RecipeHead } from './recipe.js';

/** A row as a head is trained on it. */
export interface TrainingRow {
  readonly windows: Windows;
  readonly label: boolean;
  readonly weight: number;
  /** Rows of a pair are left out of a fold together, or the fold would be told the answer. */
  readonly group: string;
}

export interface TrainedHead {
  readonly bias: number;
  readonly scale: number;
  /** Kept features (as the extractor numbers them) and their weights, quantised; none is 0. */
  readonly kept: readonly { readonly feature: number; readonly weight: number }[];
  readonly calibration: { readonly slope: number; readonly intercept: number };
  readonly metrics: Record<string, number>;
}

export interface TrainingRun {
  readonly head: RecipeHead;
  readonly epochs: number;
  readonly folds: number;
  /** Features that the extractor has dealt out. */
  readonly features: number;
  /** Called after each fit. */
  readonly progress: (done: number, of: number) => void;
}

/** A feature that only one row has teaches nothing about other rows. */
const FEWEST_ROWS = 2;
/** Windows of a long innocent row count together about as much as the row. */
const WINDOW_SHARE = 0.5;

/**
 * Trains one head: fits it with each fold left out, to calibrate and to measure on rows that it has not seen, then on
 * all rows. Each fit keeps the heaviest features and is repeated with these alone.
 */
export function trainHead(rows: readonly TrainingRow[], run: TrainingRun): TrainedHead {
  const scored: { margin: number; label: boolean; weight: number }[] = [];
  for (let fold = 0; fold < run.folds; fold += 1) {
    const shown = rows.filter(({ group }) => foldOf(group, run.folds) !== fold);
    const model = fitKept(shown, run);
    for (const row of rows) {
      if (foldOf(row.group, run.folds) === fold) scored.push({ margin: marginOf(model, row.windows), label: row.label, weight: row.weight });
    }
    run.progress(fold + 1, run.folds + 1);
  }
  const calibration = fitCalibration(scored);
  const { bias, scale, weights } = fitKept(rows, run);
  run.progress(run.folds + 1, run.folds + 1);
  const kept = [...weights].flatMap(([feature, weight]) => (weight === 0 ? [] : [{ feature, weight: quantise(weight, scale) }])).filter(({ weight }) => weight !== 0);
  const rounded = { slope: round(calibration.slope), intercept: round(calibration.intercept) };
  return { bias: round(bias), scale, kept, calibration: rounded, metrics: measure(scored.map(({ margin, label }) => ({ label, probability: calibrate({ calibration: rounded }, margin) }))) };
}

interface KeptModel {
  readonly bias: number;
  readonly scale: number;
  readonly weights: ReadonlyMap<number, number>;
}

function fitKept(rows: readonly TrainingRow[], run: TrainingRun): KeptModel {
  const { head, epochs } = run;
  const counts = new Uint32Array(run.features);
  for (const { windows } of rows) for (const feature of windows[0] ?? []) counts[feature] = (counts[feature] ?? 0) + 1;
  const common = (feature: number): boolean => (counts[feature] ?? 0) >= FEWEST_ROWS;
  const options = { features: run.features, cost: head.cost, smoothing: head.smoothing, epochs };
  const first = fitLogistic(examplesOf(rows, common), options);
  const heaviest = keepHeaviest(first, head.keep);
  const chosen = new Set(heaviest);
  const asKept = (fit: Fit): KeptModel => {
    const scale = round(heaviest.reduce((largest, feature) => Math.max(largest, Math.abs(fit.weights[feature] ?? 0)), 0));
    return { bias: fit.bias, scale, weights: new Map(heaviest.map((feature) => [feature, restore(quantise(fit.weights[feature] ?? 0, scale), scale)])) };
  };
  const second = asKept(fitLogistic(examplesOf(rows, (feature) => chosen.has(feature)), options));
  if (!rows.some(({ windows, label }) => label && windows.length > 1)) return second;
  // Where in a long offence the offence stands is not said: the window that the model finds worst stands for it.
  return asKept(fitLogistic(examplesOf(rows, (feature) => chosen.has(feature), second), options));
}

function keepHeaviest(fit: Fit, most: number): number[] {
  const heavy: number[] = [];
  fit.weights.forEach((weight, feature) => {
    if (weight !== 0) heavy.push(feature);
  });
  const size = (feature: number): number => Math.abs(fit.weights[feature] ?? 0);
  return heavy.sort((a, b) => size(b) - size(a) || a - b).slice(0, most).sort((a, b) => a - b);
}

/** A short row is one example. A long innocent one is its whole and all of its windows; a long offence its worst window. */
function examplesOf(rows: readonly TrainingRow[], isKnown: (feature: number) => boolean, model?: KeptModel): Example[] {
  return rows.flatMap(({ windows, label, weight }) => {
    const [whole, ...parts] = windows.map((features) => features.filter(isKnown));
    const example = (features: Uint32Array, share: number): Example => ({ features, label, weight: weight * share });
    if (whole === undefined) return [];
    if (parts.length === 0) return [example(whole, 1)];
    if (!label) return [example(whole, WINDOW_SHARE), ...parts.map((features) => example(features, WINDOW_SHARE / Math.sqrt(parts.length)))];
    const worst = model === undefined ? whole : worstOf(model, [whole, ...parts]);
    return [example(worst, 1)];
  });
}

function worstOf(model: KeptModel, windows: Windows): Uint32Array {
  return windows.reduce((worst, features) => (marginOf(model, [features]) > marginOf(model, [worst]) ? features : worst));
}

/** The margin of a row is that of its worst window. */
function marginOf({ bias, weights }: KeptModel, windows: Windows): number {
  return windows.reduce((worst, features) => {
    let sum = bias;
    let known = 0;
    for (const feature of features) {
      const weight = weights.get(feature) ?? 0;
      if (weight === 0) continue;
      sum += weight;
      known += 1;
    }
    return Math.max(worst, sum / damping(known));
  }, -Infinity);
}

/** The fold of a row depends on its group alone, so that adding data moves no other row. */
function foldOf(group: string, folds: number): number {
  let state = 7;
  for (let at = 0; at < group.length; at += 1) state = (Math.imul(state, 31) + group.charCodeAt(at)) | 0;
  return ((Math.imul(state, 0x9e3779b1) >>> 8) & 0xffff) % folds;
}

/** Six digits are plenty, and print the same everywhere. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}
