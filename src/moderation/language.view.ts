import { registerEnumType } from 'type-graphql';

/** In which language a sentence of the hub is told. */
export enum Language {
  ZH = 'zh',
  EN = 'en',
}

registerEnumType(Language, {
  name: 'Language',
  description: 'In which language the hub tells a sentence of its own.',
  valuesConfig: { ZH: { description: 'Chinese.' }, EN: { description: 'English.' } },
});

/** A sentence in every language that the hub speaks. */
export type Sentence = Readonly<Record<Language, string>>;
