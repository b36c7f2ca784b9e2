import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { FindingCard } from './FindingCard.js';
import type { Finding } from './review.js';

interface Props {
  readonly findings: readonly Finding[];
  readonly pointedAt: number | null;
  readonly onPoint: (finding: number | null) => void;
}

/** Why the post was held: each finding with its number in the text, its category and its sentence. */
export function FindingList({ findings, pointedAt, onPoint }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <section className="findings" aria-labelledby="findings">
      <h3 id="findings">{t('findings.title', { count: findings.length })}</h3>
      {findings.length === 0 && <p className="aside">{t('findings.none')}</p>}
      <ol>
        {findings.map((finding, position) => (
          <li key={`${finding.rule} ${position}`}>
            <FindingCard finding={finding} position={position} isPointedAt={pointedAt === position} onPoint={onPoint} />
          </li>
        ))}
      </ol>
    </section>
  );
}
