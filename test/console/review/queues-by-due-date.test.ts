import { describe, expect, it } from '@jest/globals';
import { queuesByDueDate } from '../../../src/console/review/queues-by-due-date.js';

const queue = (name: string, oldestDueAt: string | null, openCount = 1) => ({ name, openCount, oldestDueAt });

describe('claiming from all queues', () => {
  it('begins with the queue whose oldest post is due first', () => {
    const queues = [queue('sample', '2026-03-07T08:00:00Z'), queue('privacy', '2026-03-05T09:00:00Z'), queue('incivility', '2026-03-05T17:30:00+08:00')];
    expect(queuesByDueDate(queues, false)).toEqual(['privacy', 'incivility', 'sample']);
  });

  it('passes over queues in which nothing waits, or all is claimed', () => {
    expect(queuesByDueDate([queue('privacy', null, 0), queue('integrity', '2026-03-05T09:00:00Z', 0)], true)).toEqual([]);
  });

  it('gives what was escalated to leads only', () => {
    const queues = [queue('escalated', '2026-03-05T08:00:00Z'), queue('privacy', '2026-03-05T09:00:00Z')];
    expect(queuesByDueDate(queues, false)).toEqual(['privacy']);
    expect(queuesByDueDate(queues, true)).toEqual(['escalated', 'privacy']);
  });
});
