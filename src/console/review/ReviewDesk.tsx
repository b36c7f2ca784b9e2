import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Work } from './desk.js';
import { DecisionBar } from './DecisionBar.js';
import { FindingList } from './FindingList.js';
import { PostSheet } from './PostSheet.js';
import { ReasonForm } from './ReasonForm.js';
import { needsReason } from './review.js';
import type { Category } from './use-categories.js';
import type { DeskActions } from './use-desk.js';

interface Props {
  readonly work: Extract<Work, { review: unknown }>;
  readonly categories: readonly Category[];
  readonly actions: DeskActions;
  readonly now: Date;
}

/** One post on the desk. Mounted anew for each, so that focus and reading begin at its head. */
export function ReviewDesk({ work, categories, actions, now }: Props): ReactNode {
  const { review } = work;
  const [pointedAt, pointAt] = useState<number | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const asksReason = 'action' in work && needsReason(work.action) ? work.action : null;
  const isSending = work.at === 'SENDING';
  return (
    <div className="desk" aria-busy={isSending}>
      <PostSheet review={review} pointedAt={pointedAt} headRef={head} now={now} />
      <FindingList findings={review.findings} pointedAt={pointedAt} onPoint={pointAt} />
      <div className="desk-decision">
        {asksReason === null ? (
          <DecisionBar isSending={isSending} onChoose={actions.choose} onRelease={actions.release} />
        ) : (
          <ReasonForm
            key={asksReason}
            action={asksReason}
            review={review}
            categories={categories}
            isSending={isSending}
            onConfirm={(reason) => actions.decide(asksReason, reason)}
            onCancel={actions.dropReason}
          />
        )}
      </div>
    </div>
  );
}
