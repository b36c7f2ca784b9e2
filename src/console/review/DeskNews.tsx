import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { isMessageKey } from '../messages/speak.js';
import { Notice } from '../page/Notice.js';
import type { News } from './desk.js';

/** What the last action came to, where it isn't plain from the desk itself. */
export function DeskNews({ news }: { readonly news: News | null }): ReactNode {
  const { t } = useSpeech();
  switch (news?.about) {
    case undefined:
      return null;
    case 'RELEASED':
      return <Notice tone="PLAIN">{t('desk.released')}</Notice>;
    case 'RESUMED':
      return <Notice tone="PLAIN">{t('desk.resumed')}</Notice>;
    case 'UNDONE':
      return <Notice tone="GOOD">{t('undo.undone')}</Notice>;
    case 'REFUSED': {
      const { code, message } = news.refusal;
      const key = `error.${code}`;
      if (!isMessageKey(key) || key === 'error.OTHER') return <Notice tone="BAD">{t('error.OTHER', { message })}</Notice>;
      return (
        <Notice tone="BAD">
          {t(key)} <small lang="en">{message}</small>
        </Notice>
      );
    }
  }
}
