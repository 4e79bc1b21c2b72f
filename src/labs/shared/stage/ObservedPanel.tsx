import { lazy, Suspense } from 'react';
import { useRun } from '../../../store/context.ts';
import type { Layers } from '../data/layers.ts';
import { useIsDrawing } from '../ownData/points/drawingState.ts';
import { PointsPlace } from '../ownData/points/PointsPlace.tsx';
import { AxisChoice, type ChosenAxes, validAxes } from './AxisChoice.tsx';
import { LayerToggles } from './LayerToggles.tsx';
import { StagePanel, type StagePanelProps } from './StagePanel.tsx';

const DrawingTools = lazy(() => import('../ownData/points/DrawingTools.tsx'));

export interface ObservedPanelProps<Name extends string>
  extends Pick<StagePanelProps, 'name' | 'part' | 'litBy' | 'children'> {
  /** The two columns shown, and how to choose others; absent where there is no choice. */
  readonly columns?: ChosenAxes | null;
  readonly layers?: Layers<Name>;
  /** The layers that can be shown here; all of them by default. */
  readonly names?: readonly Name[] | undefined;
}

const NO_COLUMNS: readonly string[] = [];

/** The plot of the data. Own points are drawn in it: then its controls are the tools for that. */
export function ObservedPanel<Name extends string>(props: ObservedPanelProps<Name>) {
  const { columns, layers, names, children, ...panel } = props;
  const isDrawing = useIsDrawing();
  const all = useRun((state) => state.dataset?.columns ?? NO_COLUMNS);
  return (
    <StagePanel
      {...panel}
      heading={isDrawing ? null : undefined}
      actions={
        isDrawing ? (
          <Suspense fallback={null}>
            <DrawingTools />
          </Suspense>
        ) : (
          <>
            {columns && (
              <AxisChoice
                kind="column"
                names={all}
                axes={validAxes(columns.axes, all.length)}
                onChange={columns.onAxes}
              />
            )}
            {layers && <LayerToggles of={layers} names={names} />}
          </>
        )
      }
    >
      <PointsPlace>{children}</PointsPlace>
    </StagePanel>
  );
}
