/**
 * How well probabilities fit labels: accuracy, F1 of both labels averaged, precision and recall of the label at 0.5,
 * and the calibration error (expected difference of probability and frequency over ten bins); shares of 1, three digits.
 */
export function measure(scored: readonly { readonly label: boolean; readonly probability: number }[]): Record<string, number> {
  const cells = { truePositive: 0, falsePositive: 0, trueNegative: 0, falseNegative: 0 };
  const bins = Array.from({ length: 10 }, () => ({ count: 0, probability: 0, labelled: 0 }));
  for (const { label, probability } of scored) {
    const said = probability >= 0.5;
    cells[label ? (said ? 'truePositive' : 'falseNegative') : said ? 'falsePositive' : 'trueNegative'] += 1;
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.probability += probability;
    bin.labelled += Number(label);
  }
  const { truePositive, falsePositive, trueNegative, falseNegative } = cells;
  const error = bins.reduce((sum, { probability, labelled }) => sum + Math.abs(probability - labelled), 0);
  return {
    rows: scored.length,
    accuracy: share(truePositive + trueNegative, scored.length),
    macroF1: round((f1(truePositive, falsePositive, falseNegative) + f1(trueNegative, falseNegative, falsePositive)) / 2),
    precision: share(truePositive, truePositive + falsePositive),
    recall: share(truePositive, truePositive + falseNegative),
    calibrationError: share(error, scored.length),
  };
}

function f1(hits: number, wrong: number, missed: number): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
