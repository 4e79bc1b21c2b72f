import { memo, useMemo } from 'react';
import { onRows } from '../../../../plots/layers/line.ts';
import { useController, useSnapshot } from '../../../../store/context.ts';
import {
  type Axes,
  AxisChoice,
  type ChosenAxes,
  validAxes,
} from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useClusters, useDrawn, useRows } from '../../../shared/stage/usePlotted.ts';
import { svaeGmm } from '../../lab.ts';
import { svaeGmmLayers, svaeGmmPointedAt } from '../../layers.ts';
import type { ClusterSummary, SvaeGmmSnapshot } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { createClusterEditing } from '../editing/clusterEditing.ts';
import { LatentSpacePlot } from './LatentSpacePlot.tsx';

const LIT_BY: readonly Highlight[] = ['latents', 'assignments', 'clusters', 'grid'];
const LAYERS = ['samples'] as const;
const LAYERS_OF_PLANE = ['grid', 'samples'] as const;
const NO_POINTS = new Float32Array(0);
const NO_CLUSTERS: readonly ClusterSummary[] = [];
const EMPTY = 'Clusters appear here as soon as there are points.';

/** Latent space: encoded points and the clusters, which can be dragged. */
export const LatentPanel = memo(function LatentPanel(props: ChosenAxes) {
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
      litBy={LIT_BY}
      actions={
        <>
          <AxisChoice kind="latent dimension" names={names} axes={axes} onChange={props.onAxes} />
          <LayerToggles of={svaeGmmLayers} names={dimension === 2 ? LAYERS_OF_PLANE : LAYERS} />
        </>
      }
    >
      <Encoded axes={axes} />
    </StagePanel>
  );
});

function Encoded({ axes }: { readonly axes: Axes }) {
  const controller = useController();
  const rows = useRows();
  const linkedClusters = useClusters();
  const { snapshot, placeholder } = useDrawn(svaeGmm, EMPTY);
  const { shown } = useLayers(svaeGmmLayers, svaeGmmPointedAt);
  const [x, y] = axes;
  const line = useMemo(
    () => (snapshot?.latentDimension === 1 ? asPlane(snapshot) : null),
    [snapshot],
  );
  const shownSamples = line ? line.samples : snapshot?.samples;
  const editing = useMemo(() => createClusterEditing(controller, [x, y]), [controller, x, y]);
  return (
    <LatentSpacePlot
      {...rows}
      {...linkedClusters}
      latents={line?.latents ?? snapshot?.latents ?? NO_POINTS}
      dimension={line ? 2 : (snapshot?.latentDimension ?? 2)}
      axes={axes}
      isLine={line !== null}
      assignments={snapshot?.assignments ?? []}
      confidence={snapshot?.confidence}
      clusters={line?.clusters ?? snapshot?.clusters ?? NO_CLUSTERS}
      grid={shown.grid ? snapshot?.grid?.coordinates : null}
      samples={shown.samples ? shownSamples : null}
      onMove={editing.move}
      onReshape={editing.reshape}
      onRemove={editing.remove}
      onRestore={editing.restore}
      placeholder={placeholder}
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
