import { FIGURES } from './add-to-tallies.js';
import type { Figures } from './cell.js';

/** Adds figures up, one by one; nothing comes to zeros. Hours have at most two decimals, and so has their sum. */
export function sumFigures(all: readonly Figures[]): Figures {
  const sums = FIGURES.map((figure) => [figure, all.reduce((sum, figures) => sum + figures[figure], 0)] as const);
  return { ...(Object.fromEntries(sums) as unknown as Figures), hours: Math.round(all.reduce((sum, { hours }) => sum + hours, 0) * 100) / 100 };
}
