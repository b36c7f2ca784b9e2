import type { KeyboardEvent, ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';

export const PANELS = ['review', 'graphiql'] as const;
export type Panel = (typeof PANELS)[number];

interface Props {
  readonly panels: readonly Panel[];
  readonly current: Panel;
  readonly onChoose: (panel: Panel) => void;
}

/** Tabs over the panels, by the ARIA pattern: arrow keys move between them. */
export function PanelTabs({ panels, current, onChoose }: Props): ReactNode {
  const { t } = useSpeech();
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = panels[(panels.indexOf(current) + step + panels.length) % panels.length] ?? current;
    onChoose(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={t('app.panels')} onKeyDown={move}>
      {panels.map((panel) => (
        <button
          key={panel}
          type="button"
          role="tab"
          id={`tab-${panel}`}
          aria-controls={`panel-${panel}`}
          aria-selected={panel === current}
          tabIndex={panel === current ? 0 : -1}
          onClick={() => onChoose(panel)}
        >
          {t(`panel.${panel}`)}
        </button>
      ))}
    </div>
  );
}
