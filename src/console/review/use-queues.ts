import { useEffect, useState } from 'react';
import type { ReviewQueuesQuery } from '../gql/graphql.js';
import { ask } from '../hub/ask.js';
import { queuesQuery } from '../operations.js';

export type Queue = ReviewQueuesQuery['reviewQueues'][number];

const EVERY_MS = 20_000;

/**
 * The queues and how full they are: read anew whenever `moment` changes, and now and then while somebody looks.
 * A reading that fails leaves the last one standing; null until one has come.
 */
export function useQueues(moment: unknown, isInFront: boolean): readonly Queue[] | null {
  const [queues, setQueues] = useState<readonly Queue[] | null>(null);
  useEffect(() => {
    if (!isInFront) return undefined;
    const abort = new AbortController();
    const read = (): void => {
      if (document.hidden) return;
      ask(queuesQuery, {}, abort.signal).then(
        ({ reviewQueues }) => setQueues(reviewQueues),
        () => undefined,
      );
    };
    read();
    const timer = setInterval(read, EVERY_MS);
    document.addEventListener('visibilitychange', read);
    return () => {
      abort.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [moment, isInFront]);
  return queues;
}
