import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import type { Work } from './desk.js';
import { KeyHint } from './KeyHint.js';
import { CLAIM_KEY } from './use-desk-keys.js';

interface Props {
  readonly work: Work;
  readonly onClaim: () => void;
}

/** The desk with nothing on it, and the way to the next post. */
export function EmptyDesk({ work, onClaim }: Props): ReactNode {
  const { t } = useSpeech();
  const isBusy = work.at === 'CLAIMING';
  const isExhausted = work.at === 'IDLE' && work.exhausted;
  return (
    <section className="card desk-empty" aria-labelledby="desk" aria-busy={isBusy}>
      <h2 id="desk">{t('desk.title')}</h2>
      <p role="status">{isExhausted ? t('desk.exhausted') : t('desk.idle')}</p>
      <button type="button" className="button button-main" aria-keyshortcuts={CLAIM_KEY} aria-disabled={isBusy} onClick={onClaim}>
        {t(isBusy ? 'desk.claiming' : 'desk.claim')}
        <KeyHint of={CLAIM_KEY} />
      </button>
    </section>
  );
}
