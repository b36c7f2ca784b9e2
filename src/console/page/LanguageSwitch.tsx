import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { type Language, LANGUAGES } from '../messages/speak.js';

/** Languages are named in themselves, so that everyone finds their own. */
const names: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

export function LanguageSwitch(): ReactNode {
  const { language, choose, t } = useSpeech();
  return (
    <div className="language-switch" role="group" aria-label={t('app.language')}>
      {LANGUAGES.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => choose(each)}>
          {names[each]}
        </button>
      ))}
    </div>
  );
}
