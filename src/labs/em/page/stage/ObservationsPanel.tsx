import { memo, useMemo } from 'react';
import { MixturePlot } from '../../../../plots/em/MixturePlot.tsx';
import { useController, useRun, useSnapshot } from '../../../../store/context.ts';
import { responsibilitiesLayer } from '../../../shared/em/responsibilitiesLayer.tsx';
import { DrawingTools } from '../../../shared/ownData/points/DrawingTools.tsx';
import { useIsDrawing } from '../../../shared/ownData/points/drawing.ts';
import { PointsPlace } from '../../../shared/ownData/points/PointsPlace.tsx';
import { type Axes, AxisChoice } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { useFlags } from '../../../shared/stage/viewFlags.ts';
import { em } from '../../lab.ts';
import type { EmCluster } from '../../snapshot.ts';
import { createMeanHands } from '../editing/meanHands.ts';
import { LIT_BY } from './highlights.ts';
import { plotted } from './plotted.ts';

export interface ObservationsPanelProps {
  /** The two columns shown. */
  readonly axes: Axes;
  readonly onAxes: (axes: Axes) => void;
}

const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];
const NO_CLUSTERS: readonly EmCluster[] = [];
const FIRST_FLAGS = { responsibilities: true };
const LAYERS = [responsibilitiesLayer];

/** The points, shared among clusters, and the clusters, whose means can be dragged. */
export const ObservationsPanel = memo(function ObservationsPanel(props: ObservationsPanelProps) {
  const { axes, onAxes } = props;
  const columns = useRun((state) => state.dataset?.columns ?? NO_COLUMNS);
  const isDrawing = useIsDrawing();
  const { flags: shown, setFlag } = useFlags(FIRST_FLAGS);
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY.observations}
      heading={isDrawing ? null : undefined}
      actions={
        isDrawing ? (
          <DrawingTools />
        ) : (
          <>
            <AxisChoice kind="column" names={columns} axes={axes} onChange={onAxes} />
            <LayerToggles layers={LAYERS} shown={shown} onChange={setFlag} />
          </>
        )
      }
    >
      <PointsPlace>
        <Shared axes={axes} isColoured={shown.responsibilities} />
      </PointsPlace>
    </StagePanel>
  );
});

interface SharedProps {
  readonly axes: Axes;
  readonly isColoured: boolean;
}

function Shared({ axes, isColoured }: SharedProps) {
  const controller = useController();
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const hoveredCluster = useRun((state) => state.hoveredCluster);
  const selectedCluster = useRun((state) => state.selectedCluster);
  const snapshot = useSnapshot(em);
  const linking = useLinking();
  const motionKey = useMotionKey();
  const [x, y] = axes;
  const hands = useMemo(() => createMeanHands(controller, [x, y]), [controller, x, y]);
  const clusters = useMemo(() => plotted(snapshot?.clusters ?? NO_CLUSTERS), [snapshot]);
  return (
    <MixturePlot
      observations={dataset?.values ?? NO_POINTS}
      dimension={dataset?.dimension ?? 2}
      columns={dataset?.columns ?? NO_COLUMNS}
      units={dataset?.units}
      axes={axes}
      responsibilities={isColoured && snapshot ? snapshot.responsibilities : null}
      clusters={clusters}
      hovered={hovered}
      selected={selected}
      onHover={linking.hoverRow}
      onSelect={linking.selectRow}
      hoveredCluster={hoveredCluster}
      selectedCluster={selectedCluster}
      onHoverCluster={linking.hoverCluster}
      onSelectCluster={linking.selectCluster}
      onMove={hands.move}
      motionKey={motionKey}
      domainKey={runId}
      placeholder={snapshot ? null : { kind: 'loading', message: 'Loading the data' }}
    />
  );
}
