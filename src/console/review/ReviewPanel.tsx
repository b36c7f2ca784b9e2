import { type ReactNode, useState } from 'react';
import type { Draft } from '../hub/exchange.js';
import { useHub } from '../hub/use-hub.js';
import type { ConsoleViewer } from '../hub/viewer.js';
import { useNow } from '../page/use-now.js';
import { useStored } from '../page/use-stored.js';
import { reviewOn } from './desk.js';
import { DeskNews } from './DeskNews.js';
import { EmptyDesk } from './EmptyDesk.js';
import { KeySwitch } from './KeySwitch.js';
import { OperationLog } from './OperationLog.js';
import { QueueList } from './QueueList.js';
import { ReviewDesk } from './ReviewDesk.js';
import { UndoBar } from './UndoBar.js';
import { useCategories } from './use-categories.js';
import { useDesk } from './use-desk.js';
import { useDeskKeys } from './use-desk-keys.js';
import { useQueues } from './use-queues.js';
import { useRenewal } from './use-renewal.js';

interface Props {
  readonly viewer: ConsoleViewer;
  readonly isInFront: boolean;
  readonly onOpen: (draft: Draft) => void;
}

/** Where moderators judge: queues on one side, the post on the desk, what was found in it beside, decisions below. */
export function ReviewPanel({ viewer, isInFront, onOpen }: Props): ReactNode {
  const { act, exchanges } = useHub();
  const [queue, chooseQueue] = useState<string | null>(null);
  const [keys, setKeys] = useStored<'on' | 'off'>('keys', 'on', (value) => value === 'on' || value === 'off');
  const { desk, actions } = useDesk(act, queue, viewer.roles.includes('LEAD'));
  const queues = useQueues(desk.work.at, isInFront);
  const categories = useCategories();
  const now = useNow();
  const review = reviewOn(desk);
  useRenewal(act, review, actions.turn);
  useDeskKeys(actions, desk, isInFront && keys === 'on');

  return (
    <div className="review">
      <aside className="review-side">
        <QueueList queues={queues} chosen={queue} onChoose={chooseQueue} now={now} />
        <KeySwitch on={keys === 'on'} onSwitch={(on) => setKeys(on ? 'on' : 'off')} />
      </aside>
      <div className="review-main">
        <UndoBar undoable={desk.undoable} now={now} onUndo={actions.undo} onDismiss={actions.dismissUndo} />
        <DeskNews news={desk.news} />
        {review === null || desk.work.at === 'IDLE' || desk.work.at === 'CLAIMING' ? (
          <EmptyDesk work={desk.work} onClaim={actions.claim} />
        ) : (
          <ReviewDesk key={review.id} work={desk.work} categories={categories} actions={actions} now={now} />
        )}
        <OperationLog exchanges={exchanges} onOpen={onOpen} />
      </div>
    </div>
  );
}
