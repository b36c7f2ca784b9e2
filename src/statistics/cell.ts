import type { Strand } from '../campaign/index.js';
import type { Figure } from './add-to-tallies.js';
import type { Period } from './periods.js';

/** The counted figures of a cell. */
export type Figures = Readonly<Record<Figure, number>>;

/** Whose posts, received on which days, of which strand (null: all) a tally counts. */
export interface Cell extends Period {
  readonly unitId: string;
  readonly strand: Strand | null;
}
