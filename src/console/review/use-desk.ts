import { useCallback, useEffect, useReducer } from 'react';
import { ask } from '../hub/ask.js';
import { toRefusal } from '../hub/refusal.js';
import type { Act } from '../hub/use-hub.js';
import { useSpeech } from '../messages/language-context.js';
import { claimedQuery, claimMutation, decideMutation, queuesQuery, releaseMutation, undoMutation } from '../operations.js';
import { type Desk, type DeskEvent, emptyDesk, reviewOn, turnDesk } from './desk.js';
import { queuesByDueDate } from './queues-by-due-date.js';
import { type Action, needsReason, type Review, spansOf } from './review.js';

/** For so long an author may take a decision back. */
const UNDO_MINUTES = 10;

export interface Reason {
  readonly category: string | null;
  readonly rationale: string;
}

export interface DeskActions {
  /** Claims the post that is due next. */
  readonly claim: () => void;
  /** Decides, or first asks for the reason that the action needs. */
  readonly choose: (action: Action) => void;
  readonly decide: (action: Action, reason: Reason | null) => void;
  readonly dropReason: () => void;
  readonly release: () => void;
  readonly undo: () => void;
  readonly dismissUndo: () => void;
  readonly turn: (event: DeskEvent) => void;
}

/**
 * The review desk: one claimed post at a time.
 * @param queue the queue to claim from, or null for whatever is due first
 * @param isLead whether what was escalated may come up too
 */
export function useDesk(act: Act, queue: string | null, isLead: boolean): { desk: Desk; actions: DeskActions } {
  const [desk, turn] = useReducer(turnDesk, emptyDesk);
  const { t } = useSpeech();
  const { work, undoable } = desk;
  const review = reviewOn(desk);
  useResume(turn);

  const claimFrom = useCallback(
    async (from: string | null) => {
      turn({ type: 'CLAIMING' });
      const order = from === null ? queuesByDueDate((await ask(queuesQuery, {})).reviewQueues, isLead) : [from];
      // A colleague may empty a queue between the look at it and the claim: then the next in order.
      for (const each of order) {
        const { claimReviews } = await act(claimMutation, { input: { queue: each, count: 1 } });
        const [review] = claimReviews.reviews ?? [];
        if (review !== undefined) return turn({ type: 'CLAIMED', review });
      }
      turn({ type: 'CLAIMED', review: undefined });
    },
    [act, isLead],
  );

  const decide = async (action: Action, reason: Reason | null): Promise<void> => {
    if (review === null || work.at === 'SENDING') return;
    turn({ type: 'SENDING', action });
    const { decideReview } = await act(decideMutation, {
      input: {
        ...tokenOf(review),
        action,
        ...(reason !== null && { rationale: reason.rationale }),
        ...(reason !== null && reason.category !== null && { category: reason.category, spans: [...spansOf(review, reason.category)] }),
      },
    });
    turn({ type: 'DECIDED', undoable: decideReview.decision === null ? null : toUndoable(decideReview.decision, review) });
    await claimFrom(queue);
  };

  const release = async (): Promise<void> => {
    if (review === null || work.at === 'SENDING') return;
    turn({ type: 'SENDING', action: 'RELEASE' });
    await act(releaseMutation, { input: { claims: [tokenOf(review)] } });
    turn({ type: 'RELEASED' });
  };

  /** Takes the last decision back and, since it is due first again, brings its post back to the desk. */
  const undo = async (): Promise<void> => {
    if (undoable === null || work.at === 'SENDING' || work.at === 'CLAIMING') return;
    await act(undoMutation, { input: { decisionId: undoable.decisionId, rationale: t('undo.rationale') } });
    turn({ type: 'UNDONE' });
    if (review !== null) {
      await act(releaseMutation, { input: { claims: [tokenOf(review)] } });
      turn({ type: 'RELEASED' });
    }
    await claimFrom(undoable.queue);
  };

  const run = (action: Promise<void>): void => {
    action.catch((fault: unknown) => turn({ type: 'REFUSED', refusal: toRefusal(fault) }));
  };

  const actions: DeskActions = {
    claim: () => {
      if (work.at === 'IDLE') run(claimFrom(queue));
    },
    choose: (action) => {
      if (needsReason(action)) turn({ type: 'REASON_ASKED', action });
      else if (work.at === 'READING') run(decide(action, null));
    },
    decide: (action, reason) => run(decide(action, reason)),
    dropReason: () => turn({ type: 'REASON_DROPPED' }),
    release: () => run(release()),
    undo: () => run(undo()),
    dismissUndo: () => turn({ type: 'UNDO_DISMISSED' }),
    turn,
  };
  return { desk, actions };
}

/** After a reload the post that was on the desk is still claimed: it comes back. */
function useResume(turn: (event: DeskEvent) => void): void {
  useEffect(() => {
    const abort = new AbortController();
    ask(claimedQuery, {}, abort.signal).then(
      ({ reviews }) => {
        const mine = reviews.nodes.find(({ claim }) => claim !== null);
        if (mine !== undefined && !abort.signal.aborted) turn({ type: 'CLAIMED', review: mine, resumed: true });
      },
      () => undefined, // then the desk is simply empty, and claiming says what is wrong
    );
    return () => abort.abort();
  }, [turn]);
}

export function tokenOf({ id, claim }: Review): { reviewId: string; claimToken: string } {
  return { reviewId: id, claimToken: claim?.token ?? '' };
}

function toUndoable({ id, action, decidedAt }: { id: string; action: Action; decidedAt: string }, { post, queue }: Review): Desk['undoable'] {
  return { decisionId: id, action, title: post.title, queue, until: new Date(Date.parse(decidedAt) + UNDO_MINUTES * 60_000) };
}
