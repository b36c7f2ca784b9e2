import { useEffect, useRef } from 'react';
import { toRefusal } from '../hub/refusal.js';
import type { Act } from '../hub/use-hub.js';
import { renewMutation } from '../operations.js';
import type { DeskEvent } from './desk.js';
import type { Review } from './review.js';
import { tokenOf } from './use-desk.js';

const RENEW_AFTER_MS = 5 * 60_000;
const SIGNS_OF_WORK = ['keydown', 'pointerdown', 'scroll'] as const;

/**
 * Keeps a claim for as long as its moderator is at work: a key, a touch or a scroll renews it, at most every five
 * minutes. Who walks away lets it run out, so that a colleague gets the post. Goes by elapsed time, not by the clock,
 * which may be wrong on this machine.
 */
export function useRenewal(act: Act, review: Review | null, turn: (event: DeskEvent) => void): void {
  const renewedAt = useRef(0);
  const id = review?.id;
  const token = review?.claim?.token;

  useEffect(() => {
    renewedAt.current = performance.now();
  }, [id]);

  useEffect(() => {
    if (review === null || token === undefined) return undefined;
    const renew = (): void => {
      if (performance.now() - renewedAt.current < RENEW_AFTER_MS) return;
      renewedAt.current = performance.now();
      act(renewMutation, { input: { claims: [tokenOf(review)] } }).then(
        ({ renewClaims }) => {
          const claim = renewClaims.reviews?.find((renewed) => renewed.id === id)?.claim;
          if (claim) turn({ type: 'RENEWED', claim });
        },
        (fault: unknown) => turn({ type: 'REFUSED', refusal: toRefusal(fault) }),
      );
    };
    for (const sign of SIGNS_OF_WORK) window.addEventListener(sign, renew, { passive: true });
    return () => {
      for (const sign of SIGNS_OF_WORK) window.removeEventListener(sign, renew);
    };
  }, [act, turn, review, id, token]);
}
