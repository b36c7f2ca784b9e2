import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { showDistance } from '../page/show-time.js';
import type { Queue } from './use-queues.js';

interface Props {
  /** null until they have come */
  readonly queues: readonly Queue[] | null;
  /** null: whatever is due first. */
  readonly chosen: string | null;
  readonly onChoose: (queue: string | null) => void;
  readonly now: Date;
}

/** Which queue to claim from, and how full each is. */
export function QueueList({ queues, chosen, onChoose, now }: Props): ReactNode {
  const { t, name, language } = useSpeech();
  const known = queues ?? [];
  const sum = (of: (queue: Queue) => number): number => known.reduce((total, queue) => total + of(queue), 0);
  const all = { name: null, openCount: sum((queue) => queue.openCount), overdueCount: sum((queue) => queue.overdueCount), oldestDueAt: null };
  return (
    <fieldset className="queues">
      <legend>{t('queues.title')}</legend>
      {queues?.length === 0 && <p className="aside">{t('queues.none')}</p>}
      {[all, ...known].map((queue) => (
        <label key={queue.name ?? ''} className="queue">
          <input type="radio" name="queue" checked={queue.name === chosen} onChange={() => onChoose(queue.name)} />
          <span className="queue-name">{queue.name === null ? t('queues.any') : name('queue', queue.name)}</span>
          <span className="queue-open">{queues !== null && t('queues.open', { count: queue.openCount })}</span>
          {queue.overdueCount > 0 && <span className="queue-overdue">{t('queues.overdue', { count: queue.overdueCount })}</span>}
          {queue.oldestDueAt !== null && <span className="queue-due">{t('queues.oldest', { when: showDistance(new Date(queue.oldestDueAt), now, language) })}</span>}
        </label>
      ))}
    </fieldset>
  );
}
