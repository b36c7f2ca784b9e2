import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStored } from '../page/use-stored.js';
import { LanguageContext, type Speech } from './language-context.js';
import { chooseLanguage, type Language, LANGUAGES, nameCode, speak } from './speak.js';

/** Gives everything below it its language: the one chosen before on this machine, else the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [preferred] = useState(() => chooseLanguage(navigator.languages));
  const [language, choose] = useStored<Language>('language', preferred, (value) => LANGUAGES.some((known) => known === value));

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const speech = useMemo<Speech>(
    () => ({
      language,
      choose,
      t: (key, values) => speak(language, key, values),
      name: (kind, code) => nameCode(language, kind, code),
    }),
    [language, choose],
  );
  return <LanguageContext value={speech}>{children}</LanguageContext>;
}
