import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { familyOf, type Finding, toSeverity } from './review.js';

interface Props {
  readonly finding: Finding;
  readonly position: number;
  readonly isPointedAt: boolean;
  readonly onPoint: (finding: number | null) => void;
}

/** One finding; pointing at it makes its marks stand out, pressing its number goes to the first. */
export function FindingCard({ finding, position, isPointedAt, onPoint }: Props): ReactNode {
  const { t, name, language } = useSpeech();
  const hasMarks = finding.spans.length + finding.titleSpans.length > 0;
  const goTo = (): void => {
    document.querySelector(`.mark[data-findings~="${position}"]`)?.scrollIntoView({ block: 'center' });
    onPoint(position);
  };
  return (
    <div
      className={`finding family-${familyOf(finding.category)}${isPointedAt ? ' finding-pointed' : ''}`}
      onPointerEnter={() => onPoint(position)}
      onPointerLeave={() => onPoint(null)}
    >
      <p className="finding-head">
        <button
          type="button"
          className="finding-number"
          disabled={!hasMarks}
          aria-label={t('findings.show', { number: position + 1 })}
          onClick={goTo}
          onFocus={() => onPoint(position)}
          onBlur={() => onPoint(null)}
        >
          {position + 1}
        </button>
        <strong className="finding-category">{name('category', finding.category)}</strong>
        <span>{t(`severity.${toSeverity(finding.severity)}`)}</span>
        <span>{t('findings.confidence', { percent: `${Math.round(finding.confidence * 100)}%` })}</span>
        {finding.titleSpans.length > 0 && <span>{t('findings.inTitle')}</span>}
      </p>
      <p>{language === 'en' ? finding.en : finding.zh}</p>
      {!hasMarks && <p className="aside">{t('findings.elsewhere')}</p>}
      <p className="finding-rule">
        <code>
          {finding.category} / {finding.rule}
        </code>
      </p>
    </div>
  );
}
