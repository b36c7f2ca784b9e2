import { createContext, useContext } from 'react';
import type { MessageKey } from './zh-CN.js';
import type { Language, Values } from './speak.js';

export interface Speech {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The message of a key in the chosen language. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The name of a code in the chosen language, or the code. */
  readonly name: (kind: 'queue' | 'category' | 'media', code: string) => string;
}

export const LanguageContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(LanguageContext);
  if (speech === null) throw new Error('useSpeech needs a LanguageProvider above it.');
  return speech;
}
