import { memo, useMemo } from 'react';
import { DataSpacePlot } from '../../../../plots/DataSpacePlot.tsx';
import { data } from '../../../../plots/plane/coordinates.ts';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { DrawingTools } from '../../../shared/ownData/points/DrawingTools.tsx';
import { useIsDrawing } from '../../../shared/ownData/points/drawing.ts';
import { PointsPlace } from '../../../shared/ownData/points/PointsPlace.tsx';
import { type Axes, AxisChoice, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { vae } from '../../lab.ts';
import type { DecodedProbe } from '../walk/decoded.ts';
import { highlightedLayers, LIT_BY } from './highlights.ts';
import { layerList } from './layerList.tsx';
import type { LayerName, StageLayers } from './layers.ts';
import { PicturesView } from './PicturesView.tsx';
import { useClasses } from './useClasses.ts';

export interface PlanePanelProps {
  readonly layers: StageLayers;
  readonly onLayer: (name: LayerName, shown: boolean) => void;
  /** The two dimensions shown; where there are fewer, the first. */
  readonly axes: Axes;
  readonly onAxes: (axes: Axes) => void;
  readonly probe: DecodedProbe | null;
}

const PICTURE_LAYERS = layerList(['reconstructions', 'samples']);
const LAYERS = layerList(['observations', 'reconstructions', 'links', 'samples']);
const LAYERS_OF_PLANE = layerList(['observations', 'reconstructions', 'links', 'grid', 'samples']);
const NO_POINTS = new Float32Array(0);
const NO_COLUMNS: readonly string[] = [];

/** Data space: what was observed and what comes back from the decoder, as points or as pictures. */
export const ObservationsPanel = memo(function ObservationsPanel(props: PlanePanelProps) {
  const { layers, onLayer, onAxes, probe } = props;
  const columns = useRun((state) => state.dataset?.columns ?? NO_COLUMNS);
  const isPicture = (useSnapshot(vae)?.pixels ?? null) !== null;
  const isDrawing = useIsDrawing();
  const axes = validAxes(props.axes, columns.length);
  const highlight = useRun((state) => state.highlight);
  const shown = useMemo(() => highlightedLayers(layers, highlight), [layers, highlight]);
  const list = isPicture ? PICTURE_LAYERS : columns.length === 2 ? LAYERS_OF_PLANE : LAYERS;
  const actions = isDrawing ? (
    <DrawingTools />
  ) : (
    <>
      {!isPicture && <AxisChoice kind="column" names={columns} axes={axes} onChange={onAxes} />}
      <LayerToggles layers={list} shown={layers} onChange={onLayer} />
    </>
  );
  return (
    <StagePanel
      name="Observations"
      part="observations"
      litBy={LIT_BY.observations}
      heading={isDrawing ? null : undefined}
      actions={actions}
    >
      <PointsPlace>
        {isPicture ? (
          <PicturesView layers={shown} probe={probe} />
        ) : (
          <Points layers={shown} axes={axes} probe={probe} />
        )}
      </PointsPlace>
    </StagePanel>
  );
});

type PointsProps = Pick<PlanePanelProps, 'layers' | 'axes' | 'probe'>;

function Points({ layers, axes, probe }: PointsProps) {
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const snapshot = useSnapshot(vae);
  const classes = useClasses();
  const linking = useLinking();
  const motionKey = useMotionKey();
  const [x, y] = axes;
  const isPlane = dataset?.dimension === 2;
  const drawn = snapshot?.samples;
  const samples = useMemo(() => drawn && { data: drawn.data, clusters: null }, [drawn]);
  const decoded = useMemo(
    () =>
      probe?.mean.length === dataset?.dimension
        ? probe && {
            at: data(probe.mean[x], probe.mean[y] ?? 0),
            deviation: data(probe.deviation[x], probe.deviation[y] ?? 0),
          }
        : null,
    [probe, dataset, x, y],
  );
  return (
    <DataSpacePlot
      observations={dataset?.values ?? NO_POINTS}
      dimension={dataset?.dimension ?? 2}
      columns={dataset?.columns ?? NO_COLUMNS}
      units={dataset?.units}
      axes={axes}
      labels={dataset?.labels}
      reconstructions={snapshot?.reconstructions}
      assignments={classes}
      grid={isPlane ? snapshot?.grid : null}
      samples={samples}
      decoded={decoded}
      layers={layers}
      hovered={hovered}
      selected={selected}
      onHover={linking.hoverRow}
      onSelect={linking.selectRow}
      hoveredCluster={null}
      motionKey={motionKey}
      domainKey={runId}
      placeholder={snapshot ? null : { kind: 'loading', message: 'Loading the data' }}
    />
  );
}
