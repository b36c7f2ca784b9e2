import { useCallback, useEffect, useState } from 'react';
import { viewerQuery } from '../operations.js';
import { ask } from './ask.js';
import { toRefusal } from './refusal.js';
import { type ConsoleViewer, toViewer } from './viewer.js';

export type Session =
  | { readonly state: 'LOADING' }
  | { readonly state: 'UNREACHABLE'; readonly reason: string }
  | { readonly state: 'SIGNED_OUT' }
  | { readonly state: 'SIGNED_IN'; readonly viewer: ConsoleViewer };

/** Who has signed in, asked once and again at each `check`. */
export function useViewer(): { session: Session; check: () => void } {
  const [session, setSession] = useState<Session>({ state: 'LOADING' });
  const [asked, setAsked] = useState(0);
  const check = useCallback(() => setAsked((times) => times + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    ask(viewerQuery, {}, abort.signal).then(
      (data) => {
        const viewer = toViewer(data);
        if (!abort.signal.aborted) setSession(viewer === null ? { state: 'SIGNED_OUT' } : { state: 'SIGNED_IN', viewer });
      },
      (fault: unknown) => {
        if (!abort.signal.aborted) setSession({ state: 'UNREACHABLE', reason: toRefusal(fault).message });
      },
    );
    return () => abort.abort();
  }, [asked]);
  return { session, check };
}
