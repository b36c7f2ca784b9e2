import { damping } from '../screening/model/linear-model.js';

/** A labelled set of features; features are numbered from 0 without holes. */
export interface Example {
  readonly features: Uint32Array;
  readonly label: boolean;
  /** How much it counts, above 0. */
  readonly weight: number;
}

export interface FitOptions {
  /** Features there are. */
  readonly features: number;
  /** How much an example may pull; larger fits closer. */
  readonly cost: number;
  /** Added to every count before ratios are taken. */
  readonly smoothing: number;
  readonly epochs: number;
}

export interface Fit {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Steps of Newton's method within one coordinate; it converges in three or four. */
const NEWTON_STEPS = 8;
const PRECISION = 1e-9;
/** Where the dual variables begin, as a share of their bound. */
const BEGINNING = 1e-3;

/**
 * Logistic regression on features that are weighted by naive Bayes, the weights folded into the result (Wang and
 * Manning, "Baselines and Bigrams", ACL 2012), fitted by dual coordinate descent (Yu, Huang and Lin, "Dual coordinate
 * descent methods for logistic regression and maximum entropy models", Machine Learning 85, 2011). Every example is
 * scaled as the models scale a post at screening. The same examples give the same numbers: the order in which they are
 * visited comes from a generator with a fixed seed.
 */
export function fitLogistic(examples: readonly Example[], options: FitOptions): Fit {
  const ratios = takeRatios(examples, options);
  const scales = examples.map(({ features }) => 1 / damping(features.length));
  const bends = examples.map((example, index) => curvature(example, ratios, scales[index] ?? 0));
  const pull = new Float64Array(options.features);
  const dual = new Float64Array(examples.length);
  let bias = 0;

  const move = (index: number, by: number): void => {
    const example = examples[index];
    if (example === undefined) return;
    const amount = by * (example.label ? 1 : -1) * (scales[index] ?? 0);
    for (const feature of example.features) pull[feature] = (pull[feature] ?? 0) + amount * (ratios[feature] ?? 0);
    bias += amount;
  };

  examples.forEach(({ weight }, index) => {
    dual[index] = BEGINNING * options.cost * weight;
    move(index, dual[index] ?? 0);
  });
  const order = Uint32Array.from(examples.keys());
  const random = seededRandom();
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      let sum = bias;
      for (const feature of example.features) sum += (pull[feature] ?? 0) * (ratios[feature] ?? 0);
      const before = dual[index] ?? 0;
      const after = solveCoordinate(before, sum * (scales[index] ?? 0) * (example.label ? 1 : -1), bends[index] ?? 0, options.cost * example.weight);
      if (after === before) continue;
      dual[index] = after;
      move(index, after - before);
    }
  }
  return { weights: pull.map((value, feature) => value * (ratios[feature] ?? 0)), bias };
}

/** Log-ratio of how often a feature stands in examples with the label and without. */
function takeRatios(examples: readonly Example[], { features, smoothing }: FitOptions): Float64Array {
  const having = new Float64Array(features).fill(smoothing);
  const lacking = new Float64Array(features).fill(smoothing);
  for (const example of examples) {
    const counts = example.label ? having : lacking;
    for (const feature of example.features) counts[feature] = (counts[feature] ?? 0) + example.weight;
  }
  const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);
  const balance = Math.log(total(having) / total(lacking));
  return having.map((count, feature) => Math.log(count / (lacking[feature] ?? 1)) - balance);
}

function curvature({ features }: Example, ratios: Float64Array, scale: number): number {
  let square = 1;
  for (const feature of features) square += (ratios[feature] ?? 0) ** 2;
  return square * scale * scale;
}

/** Minimises ½·h·(z − a)² + g·(z − a) + z·log z + (c − z)·log(c − z) over 0 < z < c. */
function solveCoordinate(a: number, g: number, h: number, c: number): number {
  let z = a;
  for (let stepped = 0; stepped < NEWTON_STEPS; stepped += 1) {
    const slope = h * (z - a) + g + Math.log(z / (c - z));
    const bend = h + c / (z * (c - z));
    let next = z - slope / bend;
    if (next <= 0) next = z * 0.1;
    if (next >= c) next = z + (c - z) * 0.9;
    if (Math.abs(next - z) < PRECISION) return next;
    z = next;
  }
  return z;
}

/** A linear congruential generator (Numerical Recipes' constants); quality does not matter here, repeatability does. */
function seededRandom(): () => number {
  let state = 20_130_305;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
