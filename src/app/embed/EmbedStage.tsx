import { type ComponentType, memo, useEffect, useState } from 'react';
import { useRun } from '../../store/context.ts';
import { InlineNotice } from '../../ui/InlineNotice.tsx';
import { MAIN_ID } from '../usePageFocus.ts';
import { chosenPanelsCss, missingPanels, panelsOn } from './chosenPanels.ts';
import styles from './Embed.module.css';

interface EmbedStageProps {
  readonly Stage: ComponentType;
  /** Panels by their names; the whole stage where there are none. */
  readonly panels: readonly string[];
}

/** The plots of the lab, or some of them. */
export const EmbedStage = memo(function EmbedStage({ Stage, panels }: EmbedStageProps) {
  const visit = useRun((run) => run.visit);
  return (
    <div className={styles.stage} data-chosen={panels.length > 0 || undefined}>
      {panels.length > 0 && <style>{chosenPanelsCss(panels)}</style>}
      <Stage key={Math.max(1, visit)} />
      {panels.length > 0 && <Missing key={panels.join()} panels={panels} />}
    </div>
  );
});

const quoted = (names: readonly string[]): string =>
  names.map((name) => JSON.stringify(name)).join(', ');

/** Panels that come later are there, empty, with the first picture; their lab's part may come a moment after it. */
const PATIENCE_MS = 2000;

/** Which panels there are depends on what is on the stage: only the stage itself knows. */
function Missing({ panels }: { readonly panels: readonly string[] }) {
  const hasPicture = useRun(({ snapshot }) => snapshot !== null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!hasPicture) return;
    const look = () =>
      setMissing((before) => {
        const now = missingPanels(panels);
        return now.join() === before.join() ? before : now;
      });
    const changes = new MutationObserver(look);
    const timer = setTimeout(() => {
      look();
      const stage = document.getElementById(MAIN_ID);
      if (stage) changes.observe(stage, { childList: true, subtree: true });
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      changes.disconnect();
    };
  }, [hasPicture, panels]);
  if (missing.length === 0) return null;
  return (
    <InlineNotice kind="problem">
      "embed" of the link names {quoted(missing.map((name) => `stage.${name}`))}, which the stage
      does not show now. Its panels are {quoted(panelsOn(document).map(({ name }) => name))}.
    </InlineNotice>
  );
}
