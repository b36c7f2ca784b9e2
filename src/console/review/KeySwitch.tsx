import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';

interface Props {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Single keys can be turned off: speech input and unsteady hands press them by accident (WCAG 2.1.4). */
export function KeySwitch({ on, onSwitch }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <label className="key-switch" title={t('desk.keysHelp')}>
      <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
      {t('desk.keys')}
    </label>
  );
}
