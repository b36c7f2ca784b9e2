const ROUNDS = 100;
const PRECISION = 1e-10;
/** Keeps the steps small where all margins speak one way. */
const RIDGE = 1e-6;

/**
 * Platt's sigmoid for margins of examples that the model was not trained on (Lin, Lin and Weng, "A note on Platt's
 * probabilistic outputs for support vector machines", Machine Learning 68, 2007): probability = 1 / (1 + exp(-(slope ·
 * margin + intercept))).
 */
export function fitCalibration(scored: readonly { readonly margin: number; readonly label: boolean; readonly weight: number }[]): { slope: number; intercept: number } {
  const count = (label: boolean): number => scored.reduce((sum, row) => sum + (row.label === label ? row.weight : 0), 0);
  const [having, lacking] = [count(true), count(false)];
  const high = (having + 1) / (having + 2);
  const low = 1 / (lacking + 2);
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [gs, gi, hss, hsi, hii] = [0, 0, RIDGE, 0, RIDGE];
    for (const { margin, label, weight } of scored) {
      const probability = 1 / (1 + Math.exp(-(slope * margin + intercept)));
      const error = weight * (probability - (label ? high : low));
      const bend = weight * probability * (1 - probability);
      gs += error * margin;
      gi += error;
      hss += bend * margin * margin;
      hsi += bend * margin;
      hii += bend;
    }
    const determinant = hss * hii - hsi * hsi;
    const bySlope = (hii * gs - hsi * gi) / determinant;
    const byIntercept = (hss * gi - hsi * gs) / determinant;
    slope -= bySlope;
    intercept -= byIntercept;
    if (Math.abs(bySlope) + Math.abs(byIntercept) < PRECISION) break;
  }
  return { slope, intercept };
}
