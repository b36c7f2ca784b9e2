import { describe, expect, it } from '@jest/globals';
import { predictClear } from '../../src/moderation/read-review-queues.js';

const now = new Date('2026-03-05T01:00:00Z');

describe('when a queue will be empty', () => {
  it('is told by the pace of the last hour', () => {
    expect(predictClear(90, 60, now)).toEqual(new Date('2026-03-05T02:30:00Z'));
    expect(predictClear(90, 180, now)).toEqual(new Date('2026-03-05T01:30:00Z'));
  });

  it('is now for an empty queue, and nobody knows when nobody decides', () => {
    expect(predictClear(0, 0, now)).toEqual(now);
    expect(predictClear(1, 0, now)).toBeNull();
  });
});
