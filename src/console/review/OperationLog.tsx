import type { ReactNode } from 'react';
import type { Draft, Exchange } from '../hub/exchange.js';
import { useSpeech } from '../messages/language-context.js';
import { OperationEntry } from './OperationEntry.js';

interface Props {
  readonly exchanges: readonly Exchange[];
  readonly onOpen: (draft: Draft) => void;
}

/** The operations that the desk ran: whatever the console does, anyone can do by the API. */
export function OperationLog({ exchanges, onOpen }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <details className="operation-log">
      <summary>{t('log.title', { count: exchanges.length })}</summary>
      <p className="aside">{exchanges.length === 0 ? t('log.empty') : t('log.help')}</p>
      <ol>
        {exchanges.map((exchange) => (
          <li key={exchange.id}>
            <OperationEntry exchange={exchange} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </details>
  );
}
