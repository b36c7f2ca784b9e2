import type { ReactNode } from 'react';
import { useViewer } from './hub/use-viewer.js';
import { useSpeech } from './messages/language-context.js';
import { Notice } from './page/Notice.js';
import { PageHeader } from './page/PageHeader.js';
import { SignInPage } from './page/SignInPage.js';
import { Workbench } from './page/Workbench.js';

/** The console: a way in for those outside, the workbench for those inside. */
export function App(): ReactNode {
  const { session, check } = useViewer();
  const { t } = useSpeech();
  switch (session.state) {
    case 'SIGNED_IN':
      return <Workbench viewer={session.viewer} onSignedOut={check} />;
    case 'SIGNED_OUT':
      return <SignInPage onCheck={check} />;
    case 'UNREACHABLE':
      return (
        <>
          <PageHeader />
          <main id="content" className="page-narrow" tabIndex={-1}>
            <Notice tone="BAD">{t('app.unreachable', { reason: session.reason })}</Notice>
            <button type="button" className="button" onClick={check}>
              {t('app.retry')}
            </button>
          </main>
        </>
      );
    case 'LOADING':
      return <p className="page-loading">{t('app.loading')}</p>;
  }
}
