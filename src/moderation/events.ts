import { z } from 'zod';
import { defineEvent } from '../platform/index.js';
import { DECISION_ACTIONS, STANDINGS } from './standing-states.js';

const Standing = z.enum(STANDINGS);

/**
 * A post stands elsewhere, or readers may now see another revision of it. Subject: the post.
 * Urgent: whatever shows the post must hear of it at once.
 */
export const standingChanged = defineEvent(
  'standing.changed',
  z.object({
    from: Standing,
    to: Standing,
    /** the revision that was screened or decided on */
    revision: z.number().int(),
    /** the revision that readers may see while the post is PUBLISHABLE */
    approvedRevision: z.number().int().nullable(),
  }),
  { urgent: true },
);

/** A post waits for a person. Subject: the review. */
export const reviewOpened = defineEvent(
  'review.opened',
  z.object({ postId: z.uuid(), revision: z.number().int(), queue: z.string(), reason: z.enum(['FINDINGS', 'SAMPLE', 'REQUEST']) }),
);

/** A person decided. Subject: the review. */
export const reviewDecided = defineEvent(
  'review.decided',
  z.object({
    postId: z.uuid(),
    revision: z.number().int(),
    decisionId: z.uuid(),
    action: z.enum(DECISION_ACTIONS),
    category: z.string().nullable(),
    queue: z.string(),
    /** of the statement of reasons, for RETURN and REMOVE */
    statementId: z.uuid().nullable(),
  }),
);

/** A decision was taken back. Subject: the decision. */
export const decisionUndone = defineEvent('decision.undone', z.object({ postId: z.uuid(), reviewId: z.uuid(), action: z.enum(DECISION_ACTIONS) }));
