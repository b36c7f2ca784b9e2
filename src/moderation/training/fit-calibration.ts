const ROUNDS = 100;
const PRECISION = 1e-10;
/** Keeps the steps small where all margins speak one way. */
const RIDGE = 1e-6;
/** A step that is halved so often leads nowhere. */
const SHORTEST_STEP = 1e-10;
/** What a step must win, of what its slope promises. */
const LEAST_GAIN = 1e-4;

interface Scored {
  readonly margin: number;
  readonly label: boolean;
  readonly weight: number;
}

/**
 * Platt's sigmoid for margins of examples that the model was not trained on (Lin, Lin and Weng, "A note on Platt's
 * probabilistic outputs for support vector machines", Machine Learning 68, 2007): probability = 1 / (1 + exp(-(slope ·
 * margin + intercept))). Newton's method with backtracking: a full step may lead farther away, and on from there.
 */
export function fitCalibration(scored: readonly Scored[]): { slope: number; intercept: number } {
  const count = (label: boolean): number => scored.reduce((sum, row) => sum + (row.label === label ? row.weight : 0), 0);
  const [having, lacking] = [count(true), count(false)];
  const high = (having + 1) / (having + 2);
  const low = 1 / (lacking + 2);
  const lossAt = (slope: number, intercept: number): number =>
    scored.reduce((sum, { margin, label, weight }) => {
      const odds = slope * margin + intercept;
      return sum + weight * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds))) - (label ? high : low) * odds);
    }, 0);
  let slope = 1;
  let intercept = 0;
  let loss = lossAt(slope, intercept);
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
    const promised = LEAST_GAIN * (gs * bySlope + gi * byIntercept);
    let step = 1;
    while (step > SHORTEST_STEP && lossAt(slope - step * bySlope, intercept - step * byIntercept) > loss - step * promised) step /= 2;
    if (step <= SHORTEST_STEP) break;
    slope -= step * bySlope;
    intercept -= step * byIntercept;
    loss = lossAt(slope, intercept);
    if (Math.abs(bySlope) + Math.abs(byIntercept) < PRECISION) break;
  }
  return { slope, intercept };
}
