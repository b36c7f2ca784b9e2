import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { showDate } from '../page/show-time.js';
import type { Review } from './review.js';

/** Where a post comes from and where it stands. Its media are only named: nothing is fetched from elsewhere. */
export function PostFacts({ post }: { readonly post: Review['post'] }): ReactNode {
  const { t, name, language } = useSpeech();
  const unit = post.unit.parent === null ? post.unit.name : `${post.unit.parent.name} · ${post.unit.name}`;
  const facts = [
    [t('post.site'), post.site.name],
    [t('post.author'), post.authorName],
    [t('post.unit'), unit],
    [t('post.published'), showDate(new Date(post.publishedAt), language)],
    [t('post.strand'), t(`strand.${post.strand}`)],
    [t('post.standing'), `${t(`standing.${post.standing}`)} · ${t('post.revision', { number: post.revision })}`],
    [t('post.media'), post.media.map(({ kind, alt }) => `${name('media', kind)}${alt === null || alt === '' ? '' : `：${alt}`}`).join('；')],
  ];
  return (
    <>
      <dl className="post-facts">
        {facts.map(
          ([term, value]) =>
            value !== '' && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="post-source">
        <a href={post.url} target="_blank" rel="noreferrer noopener nofollow">
          {t('post.source')}
        </a>
      </p>
    </>
  );
}
