import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import type { Draft } from '../hub/exchange.js';

interface Props {
  readonly drafts: readonly Draft[];
  readonly onOpened: () => void;
}

/** Opens each draft in a tab of its own, as soon as the editor stands. Shows nothing itself. */
export function DraftOpener({ drafts, onOpened }: Props): null {
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({ queryEditor: state.queryEditor, variableEditor: state.variableEditor }));
  useEffect(() => {
    if (drafts.length === 0 || queryEditor === undefined || variableEditor === undefined) return;
    for (const { query, variables } of drafts) {
      actions.addTab();
      queryEditor.setValue(`${query.trim()}\n`);
      variableEditor.setValue(variables);
    }
    queryEditor.focus();
    onOpened();
  }, [drafts, queryEditor, variableEditor, actions, onOpened]);
  return null;
}
