import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { showClock } from '../page/show-time.js';
import type { Undoable } from './desk.js';
import { KeyHint } from './KeyHint.js';
import { UNDO_KEY } from './use-desk-keys.js';

interface Props {
  readonly undoable: Undoable | null;
  readonly now: Date;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** The last decision and the way to take it back. It stays until the hub's own window closes: nobody has to be quick. */
export function UndoBar({ undoable, now, onUndo, onDismiss }: Props): ReactNode {
  const { t, language } = useSpeech();
  const isOpen = undoable !== null && undoable.until > now;
  return (
    <div role="status">
      {isOpen && (
        <div className="undo-bar">
          <p>
            {t('undo.done', { action: t(`action.${undoable.action}`), title: undoable.title === '' ? t('post.untitled') : undoable.title})}{' '}
            <span className="undo-until">{t('undo.until', { time: showClock(undoable.until, language) })}</span>
          </p>
          <button type="button" className="button" aria-keyshortcuts={UNDO_KEY} onClick={onUndo}>
            {t('undo.button')}
            <KeyHint of={UNDO_KEY} />
          </button>
          <button type="button" className="button button-quiet" onClick={onDismiss}>
            {t('undo.dismiss')}
          </button>
        </div>
      )}
    </div>
  );
}
