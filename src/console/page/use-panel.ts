import { useCallback, useEffect, useState } from 'react';
import type { Panel } from './PanelTabs.js';

/** The panel that the address names after `#`, so that a reload and a bookmark come back to it; else the first. */
export function usePanel(panels: readonly [Panel, ...Panel[]]): [Panel, (panel: Panel) => void] {
  const [named, setNamed] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const read = (): void => setNamed(location.hash.slice(1));
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const choose = useCallback((panel: Panel) => {
    history.replaceState(null, '', `#${panel}`);
    setNamed(panel);
  }, []);
  return [panels.find((panel) => panel === named) ?? panels[0], choose];
}
