import type { Refusal } from '../hub/refusal.js';
import { type Action, needsReason, type ReasonedAction, type Review } from './review.js';

/** What lies on the desk. */
export type Work =
  | { readonly at: 'IDLE'; readonly exhausted: boolean }
  | { readonly at: 'CLAIMING' }
  | { readonly at: 'READING'; readonly review: Review }
  /** A reason is being written. */
  | { readonly at: 'REASONING'; readonly review: Review; readonly action: ReasonedAction }
  | { readonly at: 'SENDING'; readonly review: Review; readonly action: Action | 'RELEASE' };

/** The last decision, while it can be taken back. */
export interface Undoable {
  readonly decisionId: string;
  readonly action: Action;
  readonly title: string;
  readonly queue: string;
  readonly until: Date;
}

export type News = { readonly about: 'RELEASED' | 'UNDONE' | 'RESUMED' } | { readonly about: 'REFUSED'; readonly refusal: Refusal };

export interface Desk {
  readonly work: Work;
  readonly undoable: Undoable | null;
  readonly news: News | null;
}

export type DeskEvent =
  | { readonly type: 'CLAIMING' }
  | { readonly type: 'CLAIMED'; readonly review: Review | undefined; readonly resumed?: boolean }
  | { readonly type: 'REASON_ASKED'; readonly action: ReasonedAction }
  | { readonly type: 'REASON_DROPPED' }
  | { readonly type: 'SENDING'; readonly action: Action | 'RELEASE' }
  | { readonly type: 'DECIDED'; readonly undoable: Undoable | null }
  | { readonly type: 'RELEASED' }
  | { readonly type: 'RENEWED'; readonly claim: Review['claim'] }
  | { readonly type: 'UNDONE' }
  | { readonly type: 'UNDO_DISMISSED' }
  | { readonly type: 'REFUSED'; readonly refusal: Refusal };

export const emptyDesk: Desk = { work: { at: 'IDLE', exhausted: false }, undoable: null, news: null };

export function reviewOn({ work }: Desk): Review | null {
  return 'review' in work ? work.review : null;
}

/** The desk after an event. An event that doesn't fit where the desk stands changes nothing: a key pressed twice decides once. */
export function turnDesk(desk: Desk, event: DeskEvent): Desk {
  const { work } = desk;
  switch (event.type) {
    case 'CLAIMING':
      return work.at === 'IDLE' ? { ...desk, work: { at: 'CLAIMING' }, news: null } : desk;
    case 'CLAIMED':
      // what was claimed before a reload never pushes aside what was claimed since
      if (event.resumed === true) return work.at === 'IDLE' && event.review !== undefined ? { ...desk, work: { at: 'READING', review: event.review }, news: { about: 'RESUMED' } } : desk;
      return { ...desk, work: event.review === undefined ? { at: 'IDLE', exhausted: true } : { at: 'READING', review: event.review } };
    case 'REASON_ASKED':
      return work.at === 'READING' ? { ...desk, work: { at: 'REASONING', review: work.review, action: event.action }, news: null } : desk;
    case 'REASON_DROPPED':
      return work.at === 'REASONING' ? { ...desk, work: { at: 'READING', review: work.review } } : desk;
    case 'SENDING':
      return work.at === 'READING' || work.at === 'REASONING' ? { ...desk, work: { at: 'SENDING', review: work.review, action: event.action }, news: null } : desk;
    case 'DECIDED':
      return { work: { at: 'IDLE', exhausted: false }, undoable: event.undoable, news: null };
    case 'RELEASED':
      return { ...desk, work: { at: 'IDLE', exhausted: false }, news: { about: 'RELEASED' } };
    case 'RENEWED':
      return 'review' in work ? { ...desk, work: { ...work, review: { ...work.review, claim: event.claim } } } : desk;
    case 'UNDONE':
      return { ...desk, undoable: null, news: { about: 'UNDONE' } };
    case 'UNDO_DISMISSED':
      return { ...desk, undoable: null };
    case 'REFUSED':
      return { ...desk, work: afterRefusal(work, event.refusal.code), news: { about: 'REFUSED', refusal: event.refusal } };
  }
}

/** What was written stays for another try, unless the claim is gone. */
function afterRefusal(work: Work, code: string): Work {
  if (work.at === 'IDLE' || work.at === 'CLAIMING' || code === 'CLAIM_STALE') return { at: 'IDLE', exhausted: false };
  if (work.at !== 'SENDING') return work;
  const { review, action } = work;
  return needsReason(action) ? { at: 'REASONING', review, action } : { at: 'READING', review };
}
