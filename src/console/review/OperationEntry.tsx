import type { ReactNode } from 'react';
import type { Draft, Exchange } from '../hub/exchange.js';
import { useSpeech } from '../messages/language-context.js';

interface Props {
  readonly exchange: Exchange;
  readonly onOpen: (draft: Draft) => void;
}

export function OperationEntry({ exchange, onOpen }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <details className="operation">
      <summary>
        <code>{exchange.name}</code>
        <span className={`outcome outcome-${exchange.outcome.toLowerCase()}`}>{t(`log.${exchange.outcome}`)}</span>
        <span className="aside">{t('log.took', { milliseconds: exchange.milliseconds })}</span>
      </summary>
      <button type="button" className="button button-small" onClick={() => onOpen(exchange)}>
        {t('log.open')}
      </button>
      <pre tabIndex={0}>
        <code>{exchange.query}</code>
      </pre>
      {exchange.variables !== '' && (
        <pre tabIndex={0}>
          <code>{exchange.variables}</code>
        </pre>
      )}
    </details>
  );
}
