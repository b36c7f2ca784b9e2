import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { KeyHint } from './KeyHint.js';
import { type Action, ACTION_KEYS, ACTIONS } from './review.js';
import { RELEASE_KEY } from './use-desk-keys.js';

interface Props {
  readonly isSending: boolean;
  readonly onChoose: (action: Action) => void;
  readonly onRelease: () => void;
}

/** The four decisions, each with its key, and the way to decide nothing. */
export function DecisionBar({ isSending, onChoose, onRelease }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <section className="decision-bar" aria-label={t('actions.title')}>
      {ACTIONS.map((action) => (
        <button
          key={action}
          type="button"
          className={`button action-${action.toLowerCase()}`}
          aria-keyshortcuts={ACTION_KEYS[action]}
          aria-disabled={isSending}
          onClick={() => onChoose(action)}
        >
          {t(`action.${action}`)}
          <KeyHint of={ACTION_KEYS[action]} />
        </button>
      ))}
      <button type="button" className="button button-quiet" aria-keyshortcuts={RELEASE_KEY} aria-disabled={isSending} onClick={onRelease}>
        {t('desk.release')}
        <KeyHint of={RELEASE_KEY} />
      </button>
      <span className="visually-hidden" role="status">
        {isSending ? t('desk.deciding') : ''}
      </span>
    </section>
  );
}
