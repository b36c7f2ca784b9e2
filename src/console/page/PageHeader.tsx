import type { MouseEvent, ReactNode } from 'react';
import type { ConsoleViewer } from '../hub/viewer.js';
import { useSpeech } from '../messages/language-context.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { SignOutButton } from './SignOutButton.js';

interface Props {
  /** Nobody on the sign-in page. */
  readonly viewer?: ConsoleViewer;
  readonly onSignedOut?: () => void;
  readonly children?: ReactNode;
}

/** Moves into the content by hand: the part of the address after `#` names the panel. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** The name of the hub, the panels (as children), who is signed in, the language. */
export function PageHeader({ viewer, onSignedOut, children }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <header className="page-header">
      <a className="skip-link" href="#content" onClick={skip}>
        {t('app.skip')}
      </a>
      <h1 className="page-name">
        <span lang="zh-CN">文明</span> <span lang="en">Wenming Hub</span>
      </h1>
      {children}
      <div className="page-who">
        {viewer !== undefined && (
          <p aria-label={t('app.signedInAs')} role="group">
            <strong>{viewer.name}</strong>
            {viewer.roles.map((role) => (
              <span key={role} className="role">
                {t(`role.${role}`)}
              </span>
            ))}
          </p>
        )}
        {onSignedOut !== undefined && <SignOutButton onSignedOut={onSignedOut} />}
        <LanguageSwitch />
      </div>
    </header>
  );
}
