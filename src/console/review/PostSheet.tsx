import type { ReactNode, Ref } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { showClock, showDistance } from '../page/show-time.js';
import { HighlightedText } from './HighlightedText.js';
import { PostFacts } from './PostFacts.js';
import { marksOf, type Review, toSeverity } from './review.js';

interface Props {
  readonly review: Review;
  /** The finding whose marks stand out. */
  readonly pointedAt: number | null;
  readonly headRef: Ref<HTMLHeadingElement>;
  readonly now: Date;
}

/** The post as it was sent, with what was found in it marked in place. */
export function PostSheet({ review, pointedAt, headRef, now }: Props): ReactNode {
  const { t, name, language } = useSpeech();
  const { post, findings, claim } = review;
  const dueAt = new Date(review.dueAt);
  return (
    <article className="card post" aria-labelledby="post-title">
      <p className="post-why">
        <span className="tag">{name('queue', review.queue)}</span>
        <span className={`tag severity-${review.severity}`}>{t(`severity.${toSeverity(review.severity)}`)}</span>
        <span>{t(`reason.${review.reason}`)}</span>
        <span className={dueAt < now ? 'overdue' : undefined}>{t('desk.due', { when: showDistance(dueAt, now, language) })}</span>
        {claim !== null && <span>{t('desk.heldUntil', { time: showClock(new Date(claim.expiresAt), language) })}</span>}
      </p>
      <h2 id="post-title" ref={headRef} tabIndex={-1} lang="zh-CN">
        {post.title === '' ? t('post.untitled') : <HighlightedText text={post.title} marks={marksOf(findings, 'titleSpans')} findings={findings} pointedAt={pointedAt} />}
      </h2>
      <PostFacts post={post} />
      <div className="post-text" lang="zh-CN">
        {post.text === '' ? (
          <p className="aside">{t('post.noText')}</p>
        ) : (
          <HighlightedText text={post.text} marks={marksOf(findings, 'spans')} findings={findings} pointedAt={pointedAt} />
        )}
      </div>
    </article>
  );
}
