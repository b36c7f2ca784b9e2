import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../../src/console/hub/refusal.js';
import { type Desk, type DeskEvent, emptyDesk, reviewOn, turnDesk } from '../../../src/console/review/desk.js';
import type { Review } from '../../../src/console/review/review.js';

function reviewOf(id: string): Review {
  return {
    id,
    queue: 'incivility',
    reason: 'FINDINGS',
    severity: 2,
    dueAt: '2026-03-05T09:00:00Z',
    claim: { token: `token-${id}`, expiresAt: '2026-03-05T08:15:00Z' },
    findings: [],
    post: {
      id: `post-${id}`,
      title: '一盏灯',
      text: '楼道里的灯亮了。',
      url: 'https://site.example.org/1',
      authorName: '一位住户',
      publishedAt: '2026-03-05T08:00:00Z',
      strand: 'ESSAY',
      workType: 'ARTICLE',
      standing: 'HELD',
      revision: 1,
      media: [],
      site: { name: '示例网' },
      unit: { name: '示例社区', parent: null },
    },
  };
}

const undoable = { decisionId: 'd', action: 'REMOVE', title: '一盏灯', queue: 'incivility', until: new Date(0) } as const;
const stale = new Refusal('CLAIM_STALE', 'This claim has run out.');
const offline = new Refusal('NETWORK', 'fetch failed');

const after = (...events: DeskEvent[]): Desk => events.reduce(turnDesk, emptyDesk);
const claimed: DeskEvent = { type: 'CLAIMED', review: reviewOf('one') };
const removing: DeskEvent[] = [claimed, { type: 'REASON_ASKED', action: 'REMOVE' }, { type: 'SENDING', action: 'REMOVE' }];

describe('the review desk', () => {
  it('holds the post that was claimed until it is decided', () => {
    const desk = after({ type: 'CLAIMING' }, claimed);
    expect(desk.work.at).toBe('READING');
    expect(reviewOn(desk)?.id).toBe('one');
    expect(reviewOn(turnDesk(desk, { type: 'DECIDED', undoable }))).toBeNull();
  });

  it('says that nothing waits when a claim brings nothing', () => {
    expect(after({ type: 'CLAIMING' }, { type: 'CLAIMED', review: undefined }).work).toEqual({ at: 'IDLE', exhausted: true });
  });

  it('decides once, however often the key is pressed', () => {
    const desk = after(...removing);
    expect(turnDesk(desk, { type: 'SENDING', action: 'CLEAR' })).toBe(desk);
    expect(turnDesk(desk, { type: 'REASON_ASKED', action: 'RETURN' })).toBe(desk);
  });

  it('claims one post at a time', () => {
    const desk = after(claimed);
    expect(turnDesk(desk, { type: 'CLAIMING' })).toBe(desk);
  });

  it('keeps the reason form open when the network fails, so that nothing written is lost', () => {
    expect(after(...removing, { type: 'REFUSED', refusal: offline }).work).toMatchObject({ at: 'REASONING', action: 'REMOVE' });
  });

  it('clears the desk when the claim no longer holds', () => {
    const desk = after(...removing, { type: 'REFUSED', refusal: stale });
    expect(desk.work.at).toBe('IDLE');
    expect(desk.news).toEqual({ about: 'REFUSED', refusal: stale });
  });

  it('offers to undo the last decision while the next post is read, and no longer once undone', () => {
    const desk = after(...removing, { type: 'DECIDED', undoable }, { type: 'CLAIMED', review: reviewOf('two') });
    expect(desk.undoable).toBe(undoable);
    expect(turnDesk(desk, { type: 'UNDONE' }).undoable).toBeNull();
  });

  it('never pushes a post aside for one that was claimed before a reload', () => {
    const desk = after(claimed);
    expect(turnDesk(desk, { type: 'CLAIMED', review: reviewOf('old'), resumed: true })).toBe(desk);
    expect(reviewOn(after({ type: 'CLAIMED', review: reviewOf('old'), resumed: true }))?.id).toBe('old');
  });

  it('shows a renewed claim on the post that it belongs to', () => {
    const claim = { token: 'token-one', expiresAt: '2026-03-05T08:30:00Z' };
    expect(reviewOn(after(claimed, { type: 'RENEWED', claim }))?.claim).toEqual(claim);
  });

  it('loses no review unless it was decided, released, or its claim is gone', () => {
    const events = fc.constantFrom<DeskEvent>(
      { type: 'CLAIMING' },
      { type: 'REASON_ASKED', action: 'RETURN' },
      { type: 'REASON_DROPPED' },
      { type: 'SENDING', action: 'CLEAR' },
      { type: 'SENDING', action: 'RELEASE' },
      { type: 'SENDING', action: 'REMOVE' },
      { type: 'UNDONE' },
      { type: 'UNDO_DISMISSED' },
      { type: 'RENEWED', claim: { token: 'token-one', expiresAt: '2026-03-05T08:30:00Z' } },
      { type: 'REFUSED', refusal: offline },
    );
    fc.assert(fc.property(fc.array(events, { maxLength: 20 }), (more) => expect(reviewOn(after(claimed, ...more))?.id).toBe('one')));
  });
});
