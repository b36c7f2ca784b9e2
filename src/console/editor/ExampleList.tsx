import type { ReactNode } from 'react';
import { type Draft, showVariables } from '../hub/exchange.js';
import { useSpeech } from '../messages/language-context.js';
import type { ExampleGroup } from './examples.js';

interface Props {
  readonly groups: readonly ExampleGroup[];
  readonly onOpen: (draft: Draft) => void;
}

/** Examples by role; a name opens its operation in the editor. */
export function ExampleList({ groups, onOpen }: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <nav className="examples" aria-labelledby="examples">
      <h2 id="examples">{t('editor.examples')}</h2>
      <p className="aside">{t('editor.examplesHelp')}</p>
      {groups.map(({ role, examples }) => (
        <section key={role} aria-labelledby={`examples-${role}`}>
          <h3 id={`examples-${role}`}>{t(`examples.${role}`)}</h3>
          <ul>
            {examples.map((example) => (
              <li key={example.name}>
                <button type="button" onClick={() => onOpen({ query: example.query, variables: showVariables(example.variables ?? {}) })}>
                  {t(`example.${example.name}`)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
