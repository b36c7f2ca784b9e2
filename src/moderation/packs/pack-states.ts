/** Where a version of the policy stands. Exactly one is SERVED, at most one SHADOW: the database holds both. */
export const PACK_STATES = ['DRAFT', 'SHADOW', 'SERVED', 'RETIRED'] as const;
export type PackState = (typeof PACK_STATES)[number];

/** What may happen to a version. REPLACE happens to the one that another takes the place of. */
export type PackMove = 'START_SHADOW' | 'STOP_SHADOW' | 'SERVE' | 'REPLACE' | 'RETIRE' | 'ROLL_BACK';

const moves: Readonly<Record<PackMove, Partial<Record<PackState, PackState>>>> = {
  START_SHADOW: { DRAFT: 'SHADOW' },
  STOP_SHADOW: { SHADOW: 'DRAFT' },
  SERVE: { DRAFT: 'SERVED', SHADOW: 'SERVED' },
  REPLACE: { SERVED: 'RETIRED' },
  RETIRE: { DRAFT: 'RETIRED', SHADOW: 'RETIRED' },
  ROLL_BACK: { RETIRED: 'SERVED' },
};

/** @returns undefined when that must not happen to a version that stands there */
export function nextPackState(from: PackState, move: PackMove): PackState | undefined {
  return moves[move][from];
}
