import { en } from './en.js';
import { type Catalogue, type MessageKey, zhCN } from './zh-CN.js';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const catalogues: Readonly<Record<Language, Catalogue>> = { 'zh-CN': zhCN, en };

/** Values for the `{names}` in a message. */
export type Values = Readonly<Record<string, string | number>>;

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(zhCN, key);
}

/** The message of a key in a language, its `{names}` replaced; a name without a value stays as it is. */
export function speak(language: Language, key: MessageKey, values: Values = {}): string {
  return catalogues[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The name of a code that the hub's data brings (a queue, a category), or the code itself where the catalogue has none. */
export function nameCode(language: Language, kind: 'queue' | 'category' | 'media' | 'error', code: string): string {
  const key = `${kind}.${code}`;
  return isMessageKey(key) ? speak(language, key) : code;
}

/** The first of a reader's languages that the console speaks; Chinese otherwise. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'zh-CN';
}
