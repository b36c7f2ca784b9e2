import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';

/** Ends the session; where the hub cannot be reached, the page says so as it looks who is there. */
export function SignOutButton({ onSignedOut }: { readonly onSignedOut: () => void }): ReactNode {
  const { t } = useSpeech();
  const signOut = (): void => {
    fetch('/sign-out', { method: 'POST', credentials: 'same-origin' }).then(onSignedOut, onSignedOut);
  };
  return (
    <button type="button" className="button button-small button-quiet" onClick={signOut}>
      {t('app.signOut')}
    </button>
  );
}
