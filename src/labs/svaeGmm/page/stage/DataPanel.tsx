import { memo, useMemo } from 'react';
import { DataSpacePlot } from '../../../../plots/DataSpacePlot.tsx';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { DrawingTools } from '../../../shared/ownData/points/DrawingTools.tsx';
import { useIsDrawing } from '../../../shared/ownData/points/drawing.ts';
import { PointsPlace } from '../../../shared/ownData/points/PointsPlace.tsx';
import { type Axes, AxisChoice, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { svaeGmm } from '../../lab.ts';
import { highlightedLayers, LIT_BY } from './highlights.ts';
import type { LayerName, StageLayers } from './layers.ts';
import { planeLayers } from './planeLayers.tsx';

export interface PlanePanelProps {
  readonly layers: StageLayers;
  readonly onLayer: (name: LayerName, shown: boolean) => void;
  /** The two dimensions shown; where there are fewer, the first. */
  readonly axes: Axes;
  readonly onAxes: (axes: Axes) => void;
}

const LAYERS = planeLayers(['observations', 'reconstructions', 'links', 'samples']);
const LAYERS_OF_PLANE = planeLayers([
  'observations',
  'reconstructions',
  'links',
  'grid',
  'samples',
]);
const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];

/** Data space: what was observed, what the model makes of it; own points are drawn here too. */
export const DataPanel = memo(function DataPanel(props: PlanePanelProps) {
  const { layers, onLayer, onAxes } = props;
  const columns = useRun((state) => state.dataset?.columns ?? NO_COLUMNS);
  const hasGrid = useRun((state) => state.dataset?.dimension === 2);
  const isDrawing = useIsDrawing();
  const axes = validAxes(props.axes, columns.length);
  const highlight = useRun((state) => state.highlight);
  const shown = useMemo(() => highlightedLayers(layers, highlight), [layers, highlight]);

  const actions = isDrawing ? (
    <DrawingTools />
  ) : (
    <>
      <AxisChoice kind="column" names={columns} axes={axes} onChange={onAxes} />
      <LayerToggles layers={hasGrid ? LAYERS_OF_PLANE : LAYERS} shown={layers} onChange={onLayer} />
    </>
  );
  return (
    <StagePanel
      name="Data space"
      part="data-space"
      litBy={LIT_BY['data-space']}
      heading={isDrawing ? null : undefined}
      actions={actions}
    >
      <PointsPlace>
        <Observed layers={shown} axes={axes} />
      </PointsPlace>
    </StagePanel>
  );
});

interface ObservedProps {
  readonly layers: StageLayers;
  readonly axes: Axes;
}

function Observed({ layers, axes }: ObservedProps) {
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const hoveredCluster = useRun((state) => state.hoveredCluster);
  const snapshot = useSnapshot(svaeGmm);
  const linking = useLinking();
  const motionKey = useMotionKey();
  const { grid, samples } = snapshot ?? {};
  const isPlane = dataset?.dimension === 2;
  return (
    <DataSpacePlot
      observations={dataset?.values ?? NO_POINTS}
      dimension={dataset?.dimension ?? 2}
      columns={dataset?.columns ?? NO_COLUMNS}
      units={dataset?.units}
      axes={axes}
      labels={dataset?.labels}
      reconstructions={snapshot?.reconstructions}
      assignments={snapshot?.assignments}
      confidence={snapshot?.confidence}
      grid={isPlane ? grid : null}
      samples={samples}
      layers={layers}
      hovered={hovered}
      selected={selected}
      onHover={linking.hoverRow}
      onSelect={linking.selectRow}
      hoveredCluster={hoveredCluster}
      motionKey={motionKey}
      domainKey={runId}
      placeholder={snapshot ? null : { kind: 'loading', message: 'Loading the data' }}
    />
  );
}
