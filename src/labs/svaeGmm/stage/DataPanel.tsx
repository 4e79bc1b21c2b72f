import { memo, useMemo, useState } from 'react';
import { DataSpacePlot } from '../../../plots/DataSpacePlot.tsx';
import type { Theme } from '../../../plots/palette.ts';
import { useController, useRun } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadCsvButton } from '../../parts/ownData/LoadCsvButton.tsx';
import { useCsvDrop } from '../../parts/ownData/useCsvDrop.ts';
import { type Axes, AxisChoice, validAxes } from '../../parts/stage/AxisChoice.tsx';
import { LayerToggles } from '../../parts/stage/LayerToggles.tsx';
import { StagePanel } from '../../parts/stage/StagePanel.tsx';
import { useMotionKey } from '../../parts/stage/useMotionKey.ts';
import { DrawingTools } from '../ownData/DrawingTools.tsx';
import { type DrawnPoint, drawnArrays, withoutPoints, withPoints } from '../ownData/drawnPoints.ts';
import { ownDataStore, pointsIntake, startDrawing, useOwnData } from '../ownData/ownDataStore.ts';
import styles from './DataPanel.module.css';
import { highlightedLayers, LIT_BY } from './highlights.ts';
import type { LayerName, StageLayers } from './layers.ts';
import { planeLayers } from './planeLayers.tsx';
import { useLinking } from './useLinking.ts';
import { useSnapshot } from './useSnapshot.ts';
import { useWantsPoints } from './useWantsPoints.ts';

export interface PlanePanelProps {
  readonly theme: Theme;
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
  const { theme, layers, onLayer, onAxes } = props;
  const columns = useRun((state) => state.dataset?.columns ?? NO_COLUMNS);
  const hasGrid = useRun((state) => state.dataset?.dimension === 2);
  const isDrawing = useOwnData((state) => state.drawn !== null);
  const isWanting = useWantsPoints();
  const axes = validAxes(props.axes, columns.length);
  const drop = useCsvDrop(pointsIntake);
  const highlight = useRun((state) => state.highlight);
  const shown = useMemo(() => highlightedLayers(layers, highlight), [layers, highlight]);

  const actions = isDrawing ? (
    <DrawingTools theme={theme} />
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
      <div className={styles.target} data-over={drop.isOver || undefined} {...drop.handlers}>
        {isDrawing ? (
          <DrawnPoints theme={theme} />
        ) : isWanting ? (
          <NoPointsYet theme={theme} />
        ) : (
          <Observed theme={theme} layers={shown} axes={axes} />
        )}
      </div>
    </StagePanel>
  );
});

interface ObservedProps {
  readonly theme: Theme;
  readonly layers: StageLayers;
  readonly axes: Axes;
}

function Observed({ theme, layers, axes }: ObservedProps) {
  const dataset = useRun((state) => state.dataset);
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const hoveredCluster = useRun((state) => state.hoveredCluster);
  const snapshot = useSnapshot();
  const linking = useLinking();
  const motionKey = useMotionKey();
  const { grid, samples } = snapshot ?? {};
  const isPlane = dataset?.dimension === 2;
  return (
    <DataSpacePlot
      theme={theme}
      observations={dataset?.values ?? NO_POINTS}
      dimension={dataset?.dimension ?? 2}
      columns={dataset?.columns ?? NO_COLUMNS}
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

/** The brush reaches this far, in the units of an empty plot, which shows -15 to 15. */
const BRUSH_RADIUS = 1.2;
const ERASER_RADIUS = 2;
const DRAWN_EXTENT = 15;

function DrawnPoints({ theme }: { readonly theme: Theme }) {
  const drawn = useOwnData((state) => state.drawn) ?? [];
  const tool = useOwnData((state) => state.tool);
  const brush = useOwnData((state) => state.brush);
  const { values, labels } = useMemo(() => drawnArrays(drawn), [drawn]);
  // Own data may come in any units; the brush stays as large on the screen.
  const [scale] = useState(() => extentOf(values) / DRAWN_EXTENT);
  return (
    <DataSpacePlot
      theme={theme}
      observations={values}
      labels={labels}
      dimension={2}
      columns={['x', 'y']}
      drawing={{
        tool,
        label: brush,
        radius: (tool === 'brush' ? BRUSH_RADIUS : ERASER_RADIUS) * scale,
        onAdd: (points, label) => change((now) => withPoints(now, points, label)),
        onErase: ([x, y], radius) => change((now) => withoutPoints(now, [x, y], radius)),
      }}
      hovered={null}
      selected={null}
      hoveredCluster={null}
      motionKey="drawing"
      placeholder={
        drawn.length > 0
          ? null
          : { kind: 'empty', message: 'Press and drag to draw points; a click sets one.' }
      }
    />
  );
}

function change(next: (now: readonly DrawnPoint[]) => readonly DrawnPoint[]): void {
  ownDataStore.setState(({ drawn }) => ({ drawn: drawn && next(drawn) }));
}

function extentOf(values: Float32Array): number {
  let extent = 0;
  for (const value of values) extent = Math.max(extent, Math.abs(value));
  return extent || DRAWN_EXTENT;
}

function NoPointsYet({ theme }: { readonly theme: Theme }) {
  const controller = useController();
  return (
    <>
      <DataSpacePlot
        theme={theme}
        observations={NO_POINTS}
        dimension={2}
        columns={['x', 'y']}
        hovered={null}
        selected={null}
        hoveredCluster={null}
        motionKey="empty"
      />
      <div className={styles.empty}>
        <p className={styles.emptyTitle}>No points yet</p>
        <p>Draw some here, or load a CSV file with two or more columns of numbers.</p>
        <p className={styles.emptyActions}>
          <Button look="primary" onClick={() => startDrawing(controller)}>
            Draw points
          </Button>
          <LoadCsvButton intake={pointsIntake} />
        </p>
        <p className={styles.emptyHint}>A file can also be dropped on this plot.</p>
      </div>
    </>
  );
}
