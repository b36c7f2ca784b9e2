import type { CompiledPolicy } from '../../policy/compile-policy-pack.js';
import type { ScreenedDocument } from '../screened-document.js';
import { viewCharacters, viewSounds } from './model-view.js';
import type { FeatureSource } from './read-features.js';

/** What a model of this view reads of a post. */
export function sourceOf({ text, places }: Pick<ScreenedDocument, 'text' | 'places'>, policy: CompiledPolicy, view: 'characters' | 'sounds'): FeatureSource {
  return {
    view: view === 'characters' ? viewCharacters(text) : viewSounds(text),
    senses: policy.senses.flatMap((sense) => {
      const found = places.get(sense.symbol);
      return found === undefined ? [] : [{ sense, places: found }];
    }),
  };
}
