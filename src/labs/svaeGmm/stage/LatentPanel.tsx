import { memo, useMemo, useState } from 'react';
import type { ClusterSummary } from '../../../models/svaeGmm/snapshot.ts';
import { LatentSpacePlot } from '../../../plots/LatentSpacePlot.tsx';
import { useController, useRun } from '../../../store/context.ts';
import { createClusterHands } from '../editing/clusterHands.ts';
import { type Axes, AxisChoice, validAxes } from './AxisChoice.tsx';
import type { PlanePanelProps } from './DataPanel.tsx';
import { highlightedLayers } from './highlights.ts';
import { LayerToggles } from './LayerToggles.tsx';
import { StagePanel } from './StagePanel.tsx';
import { useLinking } from './useLinking.ts';
import { useMotionKey } from './useMotionKey.ts';
import { useSnapshot } from './useSnapshot.ts';
import { useWantsPoints } from './useWantsPoints.ts';

const NO_POINTS = new Float32Array(0);
const NO_CLUSTERS: readonly ClusterSummary[] = [];
const LAYERS = ['grid', 'samples'] as const;

/** Latent space: encoded points and the clusters, which can be taken hold of. */
export const LatentPanel = memo(function LatentPanel({ theme, layers, onLayer }: PlanePanelProps) {
  const dimension = useSnapshot()?.latentDimension ?? 2;
  const [chosen, setChosen] = useState<Axes>([0, 1]);
  const axes = validAxes(chosen, dimension);
  const names = useMemo(
    () => Array.from({ length: dimension }, (_, index) => `Dimension ${index + 1}`),
    [dimension],
  );
  return (
    <StagePanel
      name="Latent space"
      part="latent-space"
      actions={
        <>
          <AxisChoice kind="latent dimension" names={names} axes={axes} onChange={setChosen} />
          <LayerToggles
            names={dimension === 2 ? LAYERS : ['samples']}
            layers={layers}
            onChange={onLayer}
          />
        </>
      }
    >
      <Encoded theme={theme} layers={layers} axes={axes} />
    </StagePanel>
  );
});

type EncodedProps = Pick<PlanePanelProps, 'theme' | 'layers'> & { readonly axes: Axes };

function Encoded({ theme, layers, axes }: EncodedProps) {
  const controller = useController();
  const runId = useRun((state) => state.runId);
  const hovered = useRun((state) => state.hoveredRow);
  const selected = useRun((state) => state.selectedRow);
  const hoveredCluster = useRun((state) => state.hoveredCluster);
  const selectedCluster = useRun((state) => state.selectedCluster);
  const isWanting = useWantsPoints();
  const newest = useSnapshot();
  const snapshot = isWanting ? null : newest;
  const linking = useLinking();
  const motionKey = useMotionKey();
  const highlight = useRun((state) => state.highlight);
  const shown = highlightedLayers(layers, highlight);
  const [x, y] = axes;
  const hands = useMemo(() => createClusterHands(controller, [x, y]), [controller, x, y]);
  return (
    <LatentSpacePlot
      theme={theme}
      latents={snapshot?.latents ?? NO_POINTS}
      dimension={snapshot?.latentDimension ?? 2}
      axes={axes}
      assignments={snapshot?.assignments ?? []}
      confidence={snapshot?.confidence}
      clusters={snapshot?.clusters ?? NO_CLUSTERS}
      grid={shown.grid ? snapshot?.grid?.coordinates : null}
      samples={shown.samples ? snapshot?.samples : null}
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
