import type { Evaluation, HeldCount } from './evaluate.js';

/** An evaluation as a table for people. */
export function printEvaluation(evaluation: Evaluation): string {
  const { file, rows, recall, wrongHolds, pairs, categoryRight, model } = evaluation;
  const lines = [
    `${file}: ${rows} rows`,
    ...(recall === null ? [] : [`  held, of those that break a rule     ${percent(recall)}`]),
    ...(wrongHolds === null ? [] : [`  held, of those that break none       ${percent(wrongHolds)}`]),
    ...(pairs.pairs === 0 ? [] : [`  pairs with both rows right           ${percent(pairs.bothRight / pairs.pairs)} of ${pairs.pairs}`]),
    ...(categoryRight === null ? [] : [`  category right, of those rightly held ${percent(categoryRight)}`]),
    ...(model === null ? [] : [`  model alone: accuracy ${percent(model['accuracy'] ?? 0)}, macro-F1 ${percent(model['macroF1'] ?? 0)}, calibration error ${percent(model['calibrationError'] ?? 0)}`]),
    ...Object.entries(evaluation.byFine).map(([fine, count]) => `  fine label ${fine}: model flags ${percent(count.modelFlagged / count.rows)}, held ${percent(count.held / count.rows)} of ${count.rows}`),
    ...table('form', evaluation.byForm),
    ...table('function', evaluation.byFunction),
  ];
  return `${lines.join('\n')}\n`;
}

function table(name: string, counts: Readonly<Record<string, HeldCount>>): string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  const width = Math.max(...entries.map(([key]) => key.length), name.length);
  const sorted = entries.toSorted(([, a], [, b]) => Number(b.flag) - Number(a.flag));
  return [`  ${name.padEnd(width)}  should   held`, ...sorted.map(([key, { flag, rows, held }]) => `  ${key.padEnd(width)}  ${flag ? 'hold ' : 'clear'}  ${percent(held / rows)} (${held}/${rows})`)];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}
