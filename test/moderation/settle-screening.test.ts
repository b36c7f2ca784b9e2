import { describe, expect, it } from '@jest/globals';
import type { LockedStanding } from '../../src/moderation/lock-standings.js';
import { type LiveReview, type Screened, settleScreening } from '../../src/moderation/settle-screening.js';

const post = (facts: Partial<LockedStanding> = {}): LockedStanding => ({
  postId: 'post',
  siteId: 'site',
  standing: 'PENDING',
  approvedRevision: null,
  screenedRevision: 0,
  newestRevision: 1,
  withdrawn: false,
  ...facts,
});
const live = (facts: Partial<LiveReview> = {}): LiveReview => ({ id: 'review', postId: 'post', queue: 'incivility', reason: 'FINDINGS', ...facts });
const clear = (revision: number, sampled = false): Screened => ({ revision, outcome: 'CLEAR', queue: null, severity: null, sampled });
const hold = (revision: number): Screened => ({ revision, outcome: 'HOLD', queue: 'incivility', severity: 3, sampled: false });

describe('what follows from a screening', () => {
  it('a clear post becomes publishable in the revision that was screened', () => {
    expect(settleScreening(post(), undefined, clear(1))).toMatchObject({ move: { to: 'PUBLISHABLE', approvedRevision: 1, screenedRevision: 1 }, live: 'NONE', opens: null });
  });

  it('a clear post that is drawn by lot is public and seen by a person all the same', () => {
    expect(settleScreening(post(), undefined, clear(1, true))).toMatchObject({ move: { to: 'PUBLISHABLE' }, opens: { queue: 'sample', reason: 'SAMPLE' } });
  });

  it('a held post waits in the queue of its findings', () => {
    expect(settleScreening(post(), undefined, hold(1))).toMatchObject({ move: { to: 'HELD', approvedRevision: null }, opens: { queue: 'incivility', reason: 'FINDINGS', severity: 3 } });
  });

  it('a published post whose new text is held vanishes, and remembers the text that was approved', () => {
    const published = post({ standing: 'PUBLISHABLE', approvedRevision: 1, screenedRevision: 1, newestRevision: 2 });
    expect(settleScreening(published, undefined, hold(2)).move).toMatchObject({ to: 'HELD', approvedRevision: 1 });
  });

  it('a new text supersedes the review of the old one', () => {
    const held = post({ standing: 'HELD', screenedRevision: 1, newestRevision: 2 });
    expect(settleScreening(held, live(), hold(2))).toMatchObject({ live: 'SUPERSEDED', opens: { queue: 'incivility' } });
    expect(settleScreening(held, live(), clear(2))).toMatchObject({ move: { to: 'PUBLISHABLE', approvedRevision: 2 }, live: 'SUPERSEDED', opens: null });
  });

  it('a removed post stays removed and waits for nobody, however clean its new text', () => {
    const removed = post({ standing: 'REMOVED', approvedRevision: 1, screenedRevision: 1, newestRevision: 2 });
    for (const screened of [clear(2, true), hold(2)]) {
      expect(settleScreening(removed, undefined, screened)).toMatchObject({ move: { to: 'REMOVED', approvedRevision: 1, screenedRevision: 2 }, opens: null });
    }
  });

  it('a review that a person asked for is carried on to the new text', () => {
    const published = post({ standing: 'PUBLISHABLE', approvedRevision: 1, screenedRevision: 1, newestRevision: 2 });
    expect(settleScreening(published, live({ reason: 'REQUEST' }), clear(2, true))).toMatchObject({ move: { to: 'PUBLISHABLE', approvedRevision: 2 }, live: 'CARRIED', opens: null });
  });

  it('where a person escalated, automation does not clear an edited text', () => {
    const escalated = live({ queue: 'escalated' });
    const held = post({ standing: 'HELD', screenedRevision: 1, newestRevision: 2 });
    expect(settleScreening(held, escalated, clear(2))).toMatchObject({ move: { to: 'HELD', approvedRevision: null }, live: 'CARRIED', opens: null });
    const published = post({ standing: 'PUBLISHABLE', approvedRevision: 1, screenedRevision: 1, newestRevision: 2 });
    expect(settleScreening(published, escalated, clear(2))).toMatchObject({ move: { to: 'PUBLISHABLE', approvedRevision: 1 }, live: 'CARRIED', opens: null });
    expect(settleScreening(post(), escalated, clear(1))).toMatchObject({ move: { to: 'HELD' }, live: 'CARRIED' });
  });
});
