import { lazy, memo, Suspense, useMemo } from 'react';
import { data } from '../../../../plots/plane/coordinates.ts';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { type Axes, type ChosenAxes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { DataSpacePlot } from '../../../shared/stage/DataSpacePlot.tsx';
import { ObservedPanel } from '../../../shared/stage/ObservedPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useClasses, useDrawn, useObserved, useRows } from '../../../shared/stage/usePlotted.ts';
import { vae } from '../../lab.ts';
import { type VaeLayer, vaeLayers, vaePointedAt } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useDecodedProbe } from '../probe.ts';

// Points have no use for it.
const PicturesView = lazy(() => import('./PicturesView.tsx'));
const LIT_BY: readonly Highlight[] = ['observations', 'reconstructions', 'decoder', 'samples'];
const LAYERS_OF_PICTURES: readonly VaeLayer[] = ['reconstructions', 'samples'];
const LAYERS: readonly VaeLayer[] = ['observations', 'reconstructions', 'links', 'samples'];
const LAYERS_OF_PLANE: readonly VaeLayer[] = [...LAYERS.slice(0, 3), 'grid', 'samples'];

/** Data space: what was observed and what comes back from the decoder, as points or as pictures. */
export const ObservationsPanel = memo(function ObservationsPanel(props: ChosenAxes) {
  const { columns } = useObserved();
  const isPicture = (useSnapshot(vae)?.pixels ?? null) !== null;
  const axes = validAxes(props.axes, columns.length);
  const isPlane = columns.length === 2;
  return (
    <ObservedPanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      columns={isPicture ? null : props}
      layers={vaeLayers}
      names={isPicture ? LAYERS_OF_PICTURES : isPlane ? LAYERS_OF_PLANE : LAYERS}
    >
      {isPicture ? (
        <Suspense fallback={null}>
          <PicturesView />
        </Suspense>
      ) : (
        <Points axes={axes} />
      )}
    </ObservedPanel>
  );
});

function Points({ axes }: { readonly axes: Axes }) {
  const labels = useRun((state) => state.dataset?.labels);
  const observed = useObserved();
  const rows = useRows();
  const { snapshot, placeholder } = useDrawn(vae, '', 'Loading the data');
  const classes = useClasses();
  const probe = useDecodedProbe();
  const { shown } = useLayers(vaeLayers, vaePointedAt);
  const [x, y] = axes;
  const drawn = snapshot?.samples;
  const samples = useMemo(() => drawn && { data: drawn.data, clusters: null }, [drawn]);
  const decoded = useMemo(
    () =>
      probe && probe.mean.length === observed.dimension
        ? {
            at: data(probe.mean[x], probe.mean[y] ?? 0),
            deviation: data(probe.deviation[x], probe.deviation[y] ?? 0),
          }
        : null,
    [probe, observed.dimension, x, y],
  );
  return (
    <DataSpacePlot
      {...observed}
      {...rows}
      axes={axes}
      labels={labels}
      reconstructions={snapshot?.reconstructions}
      assignments={classes}
      grid={observed.dimension === 2 ? snapshot?.grid : null}
      samples={samples}
      decoded={decoded}
      layers={shown}
      hoveredCluster={null}
      placeholder={placeholder}
    />
  );
}
