import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import type { ReactNode } from 'react';
import type { Draft } from '../hub/exchange.js';
import type { ConsoleViewer } from '../hub/viewer.js';
import { DraftOpener } from './DraftOpener.js';
import { ExampleList } from './ExampleList.js';
import { examplesFor } from './examples.js';
import { fetchFromHub } from './fetch-from-hub.js';

interface Props {
  readonly viewer: ConsoleViewer;
  /** Operations to open in tabs of their own. */
  readonly drafts: readonly Draft[];
  readonly onDraftsOpened: () => void;
  readonly onOpen: (draft: Draft) => void;
}

/** The GraphQL editor, with examples for each role beside. Follows the system's colours as the rest of the page does. */
export default function EditorPanel({ viewer, drafts, onDraftsOpened, onOpen }: Props): ReactNode {
  const groups = examplesFor(viewer.roles);
  return (
    <div className="editor">
      <ExampleList groups={groups} onOpen={onOpen} />
      <div className="editor-graphiql">
        <GraphiQL
          fetcher={fetchFromHub}
          forcedTheme="system"
          defaultQuery={groups[0]?.examples[0]?.query ?? '{ __typename }'}
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
          <DraftOpener drafts={drafts} onOpened={onDraftsOpened} />
        </GraphiQL>
      </div>
    </div>
  );
}
