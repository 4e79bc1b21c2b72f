import { memo, useMemo } from 'react';
import { LatentSpacePlot } from '../../../../plots/LatentSpacePlot.tsx';
import { onRows } from '../../../../plots/layers/line.ts';
import { useController, useRun, useSnapshot } from '../../../../store/context.ts';
import { useWantsPoints } from '../../../shared/ownData/points/useWantsPoints.ts';
import { AxisChoice, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLinking } from '../../../shared/stage/useLinking.ts';
import { useMotionKey } from '../../../shared/stage/useMotionKey.ts';
import { svaeGmm } from '../../lab.ts';
import type { ClusterSummary, SvaeGmmSnapshot } from '../../snapshot.ts';
import { createClusterHands } from '../editing/clusterHands.ts';
import type { PlanePanelProps } from './DataPanel.tsx';
import { highlightedLayers, LIT_BY } from './highlights.ts';
import { planeLayers } from './planeLayers.tsx';

const NO_POINTS = new Float32Array(0);
const NO_CLUSTERS: readonly ClusterSummary[] = [];
const LAYERS = planeLayers(['samples']);
const LAYERS_OF_PLANE = planeLayers(['grid', 'samples']);

/** Latent space: encoded points and the clusters, which can be dragged. */
export const LatentPanel = memo(function LatentPanel(props: PlanePanelProps) {
  const { layers, onLayer, onAxes } = props;
  const dimension = useSnapshot(svaeGmm)?.latentDimension ?? 2;
  const axes = validAxes(props.axes, dimension);
  const names = useMemo(
    () => Array.from({ length: dimension }, (_, index) => `Dimension ${index + 1}`),
    [dimension],
  );
  return (
    <StagePanel
      name="Latent space"
      part="latent-space"
      litBy={LIT_BY['latent-space']}
      actions={
        <>
          <AxisChoice kind="latent dimension" names={names} axes={axes} onChange={onAxes} />
          <LayerToggles
            layers={dimension === 2 ? LAYERS_OF_PLANE : LAYERS}
            shown={layers}
            onChange={onLayer}
          />
        </>
      }
    >
      <Encoded layers={layers} axes={axes} />
    </StagePanel>
  );
});

type EncodedProps = Pick<PlanePanelProps, 'layers' | 'axes'>;

function Encoded({ layers, axes }: EncodedProps) {
  const controller = useController();
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const hoveredCluster = useRun((state) => state.hoveredCluster);
  const selectedCluster = useRun((state) => state.selectedCluster);
  const isWanting = useWantsPoints();
  const newest = useSnapshot(svaeGmm);
  const snapshot = isWanting ? null : newest;
  const linking = useLinking();
  const motionKey = useMotionKey();
  const highlight = useRun((state) => state.highlight);
  const shown = highlightedLayers(layers, highlight);
  const [x, y] = axes;
  const line = useMemo(
    () => (snapshot?.latentDimension === 1 ? asPlane(snapshot) : null),
    [snapshot],
  );
  const shownSamples = line ? line.samples : snapshot?.samples;
  const hands = useMemo(() => createClusterHands(controller, [x, y]), [controller, x, y]);
  return (
    <LatentSpacePlot
      latents={line?.latents ?? snapshot?.latents ?? NO_POINTS}
      dimension={line ? 2 : (snapshot?.latentDimension ?? 2)}
      axes={axes}
      isLine={line !== null}
      assignments={snapshot?.assignments ?? []}
      confidence={snapshot?.confidence}
      clusters={line?.clusters ?? snapshot?.clusters ?? NO_CLUSTERS}
      grid={shown.grid ? snapshot?.grid?.coordinates : null}
      samples={shown.samples ? shownSamples : null}
      hovered={hovered}
      selected={selected}
      onHover={linking.hoverRow}
      onSelect={linking.selectRow}
      hoveredCluster={hoveredCluster}
      selectedCluster={selectedCluster}
      onHoverCluster={linking.hoverCluster}
      onSelectCluster={linking.selectCluster}
      onMove={hands.move}
      onReshape={hands.reshape}
      onRemove={hands.remove}
      onRestore={hands.restore}
      motionKey={motionKey}
      domainKey={runId}
      placeholder={
        isWanting
          ? { kind: 'empty', message: 'Clusters appear here as soon as there are points.' }
          : snapshot
            ? null
            : { kind: 'loading', message: 'Loading the model' }
      }
    />
  );
}

/** A snapshot with one latent dimension, its clusters in rows. */
function asPlane({ latents, assignments, clusters, samples }: SvaeGmmSnapshot) {
  const rows = onRows(latents, clusters);
  return {
    latents: rows.spread(latents, assignments),
    clusters: rows.clusters,
    samples: samples && {
      latents: rows.spread(samples.latents, samples.clusters),
      clusters: samples.clusters,
    },
  };
}
