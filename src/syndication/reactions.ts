import { postWithdrawn } from '../intake/index.js';
import { standingChanged } from '../moderation/index.js';
import type { Consumer } from '../platform/index.js';
import { recordChanges } from './record-changes.js';

/** Turns what befalls posts into the numbered changes that carriers replay. */
export const consumers: Consumer[] = [
  {
    name: 'syndication-changes',
    types: [standingChanged.type, postWithdrawn.type],
    batch: 500,
    handle: (tx, events) => recordChanges(tx, events.map(({ subject, at }) => ({ postId: subject, at }))),
  },
];
