import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { PageHeader } from './PageHeader.js';

/** Says how to come in; there is nothing to type, since a link does it. */
export function SignInPage({ onCheck }: { readonly onCheck: () => void }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader />
      <main id="content" className="page-narrow" tabIndex={-1}>
        <section className="card" aria-labelledby="sign-in">
          <h2 id="sign-in">{t('signIn.title')}</h2>
          <p>{t('signIn.body')}</p>
          <p>{t('signIn.once')}</p>
          <p className="aside">{t('signIn.demo')}</p>
          <button type="button" className="button button-main" onClick={onCheck}>
            {t('signIn.again')}
          </button>
        </section>
      </main>
    </>
  );
}
