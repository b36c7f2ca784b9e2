import type { ReactNode } from 'react';
import { cutSegments, type Mark } from './cut-segments.js';
import { familyOf, type Finding } from './review.js';

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly findings: readonly Finding[];
  /** The finding whose marks stand out. */
  readonly pointedAt: number | null;
}

/** Text with findings marked by colour, underline and number, so that no one sign is needed to tell them apart. */
export function HighlightedText({ text, marks, findings, pointedAt }: Props): ReactNode {
  return cutSegments(text, marks).map((segment) => {
    const [leading] = segment.findings;
    if (leading === undefined) return segment.text;
    const isPointedAt = pointedAt !== null && segment.findings.includes(pointedAt);
    return (
      <mark
        key={segment.start}
        data-findings={segment.findings.join(' ')}
        className={`mark family-${familyOf(findings[leading]?.category ?? '')}${isPointedAt ? ' mark-pointed' : ''}`}
      >
        {segment.text}
        {segment.ending.map((finding) => (
          <sup key={finding} className="mark-number">
            {finding + 1}
          </sup>
        ))}
      </mark>
    );
  });
}
