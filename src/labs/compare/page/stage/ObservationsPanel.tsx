import { memo } from 'react';
import { ModelPlot } from '../../../../plots/compare/ModelPlot.tsx';
import { useRun } from '../../../../store/context.ts';
import { DrawingTools } from '../../../shared/ownData/points/DrawingTools.tsx';
import { useIsDrawing } from '../../../shared/ownData/points/drawing.ts';
import { PointsPlace } from '../../../shared/ownData/points/PointsPlace.tsx';
import { type Axes, AxisChoice, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';

export interface ObservationsPanelProps {
  /** The two columns shown, here and in all other panels. */
  readonly axes: Axes;
  readonly onAxes: (axes: Axes) => void;
}

const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];
const NO_OUTLINES: readonly never[] = [];
const LAYERS = { observations: false, points: true, outlines: false, samples: false };

/** What all three models learn, by true class where that is known; own points are drawn here. */
export const ObservationsPanel = memo(function ObservationsPanel(props: ObservationsPanelProps) {
  const { onAxes } = props;
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const isDrawing = useIsDrawing();
  const linking = useLinking();
  const columns = dataset?.columns ?? NO_COLUMNS;
  const values = dataset?.values ?? NO_POINTS;
  const axes = validAxes(props.axes, columns.length);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={['observations']}
      heading={isDrawing ? null : undefined}
      actions={
        isDrawing ? (
          <DrawingTools />
        ) : (
          <AxisChoice kind="column" names={columns} axes={axes} onChange={onAxes} />
        )
      }
    >
      <PointsPlace>
        <ModelPlot
          observations={values}
          dimension={dataset?.dimension ?? 2}
          columns={columns}
          units={dataset?.units}
          axes={axes}
          points={values}
          assignments={dataset?.labels ?? null}
          oneColour={null}
          outlines={NO_OUTLINES}
          samples={null}
          layers={LAYERS}
          hovered={hovered}
          selected={selected}
          onHover={linking.hoverRow}
          onSelect={linking.selectRow}
          motionKey={runId}
          domainKey={runId}
          placeholder={dataset ? null : { kind: 'loading', message: 'Loading the data' }}
        />
      </PointsPlace>
    </StagePanel>
  );
});
