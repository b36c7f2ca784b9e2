import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { Draft } from '../hub/exchange.js';
import { type ConsoleViewer, mayReview } from '../hub/viewer.js';
import { useSpeech } from '../messages/language-context.js';
import { ReviewPanel } from '../review/ReviewPanel.js';
import { PageHeader } from './PageHeader.js';
import { type Panel, PanelTabs } from './PanelTabs.js';
import { usePanel } from './use-panel.js';

// The editor weighs more than all the rest: it comes when it is first opened.
const EditorPanel = lazy(() => import('../editor/EditorPanel.js'));

function panelsOf(viewer: ConsoleViewer): readonly [Panel, ...Panel[]] {
  return mayReview(viewer) ? ['review', 'graphiql'] : ['graphiql'];
}

interface Props {
  readonly viewer: ConsoleViewer;
  readonly onSignedOut: () => void;
}

/** The panels that a viewer's roles open. A panel stays as it was left while another is in front. */
export function Workbench({ viewer, onSignedOut }: Props): ReactNode {
  const { t } = useSpeech();
  const panels = panelsOf(viewer);
  const [panel, choose] = usePanel(panels);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [editorOpened, setEditorOpened] = useState(panel === 'graphiql');
  if (panel === 'graphiql' && !editorOpened) setEditorOpened(true);

  const openInEditor = useCallback(
    (draft: Draft) => {
      setDrafts((before) => [...before, draft]);
      choose('graphiql');
    },
    [choose],
  );
  const forgetDrafts = useCallback(() => setDrafts([]), []);

  return (
    <div className="workbench">
      <PageHeader viewer={viewer} onSignedOut={onSignedOut}>
        <PanelTabs panels={panels} current={panel} onChoose={choose} />
      </PageHeader>
      <main id="content" tabIndex={-1}>
        {panels.includes('review') && (
          <div role="tabpanel" id="panel-review" aria-labelledby="tab-review" hidden={panel !== 'review'}>
            <ReviewPanel viewer={viewer} isInFront={panel === 'review'} onOpen={openInEditor} />
          </div>
        )}
        <div role="tabpanel" id="panel-graphiql" aria-labelledby="tab-graphiql" hidden={panel !== 'graphiql'}>
          {editorOpened && (
            <Suspense fallback={<p className="page-loading">{t('editor.loading')}</p>}>
              <EditorPanel viewer={viewer} drafts={drafts} onDraftsOpened={forgetDrafts} onOpen={openInEditor} />
            </Suspense>
          )}
        </div>
      </main>
    </div>
  );
}
