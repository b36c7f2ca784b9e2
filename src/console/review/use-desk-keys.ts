import { useMemo } from 'react';
import type { Desk } from './desk.js';
import { ACTION_KEYS, ACTIONS } from './review.js';
import type { DeskActions } from './use-desk.js';
import { useKeys } from './use-keys.js';

export const CLAIM_KEY = 'N';
export const RELEASE_KEY = 'L';
export const UNDO_KEY = 'U';

/** The desk by single keys: only those that do something where the desk stands. */
export function useDeskKeys(actions: DeskActions, desk: Desk, enabled: boolean): void {
  const { work, undoable } = desk;
  const bindings = useMemo(() => {
    const bound: Record<string, () => void> = {};
    if (work.at === 'IDLE') bound[CLAIM_KEY] = actions.claim;
    if (work.at === 'READING') {
      for (const action of ACTIONS) bound[ACTION_KEYS[action]] = () => actions.choose(action);
      bound[RELEASE_KEY] = actions.release;
    }
    if (undoable !== null) bound[UNDO_KEY] = actions.undo;
    return bound;
  }, [actions, work, undoable]);
  useKeys(bindings, enabled);
}
