import { DrawingTools } from '../ownData/points/DrawingTools.tsx';
import { useIsDrawing } from '../ownData/points/drawing.ts';
import { PointsPlace } from '../ownData/points/PointsPlace.tsx';
import { StagePanel, type StagePanelProps } from './StagePanel.tsx';

export type ObservedPanelProps = Omit<StagePanelProps, 'heading' | 'className' | 'ref'>;

/** The plot of the data. Own points are drawn in it: then its controls are the tools for that. */
export function ObservedPanel({ actions, children, ...panel }: ObservedPanelProps) {
  const isDrawing = useIsDrawing();
  return (
    <StagePanel
      {...panel}
      heading={isDrawing ? null : undefined}
      actions={isDrawing ? <DrawingTools /> : actions}
    >
      <PointsPlace>{children}</PointsPlace>
    </StagePanel>
  );
}
