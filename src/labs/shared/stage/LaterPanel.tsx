import { type ComponentType, Suspense } from 'react';
import { StagePanel, type StagePanelProps } from './StagePanel.tsx';

export interface LaterPanelProps extends Pick<StagePanelProps, 'name' | 'part'> {
  /** Made by `lazy`. Its place on the stage must not take its height from it. */
  readonly panel: ComponentType;
}

/** A panel that is loaded after the first picture, with its frame until then. */
export function LaterPanel({ panel: Panel, ...frame }: LaterPanelProps) {
  return (
    <Suspense fallback={<StagePanel {...frame}>{null}</StagePanel>}>
      <Panel />
    </Suspense>
  );
}
