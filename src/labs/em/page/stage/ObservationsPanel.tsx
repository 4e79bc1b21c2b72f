import { memo, useMemo } from 'react';
import { useController } from '../../../../store/context.ts';
import { emLayers } from '../../../shared/data/emLayers.ts';
import type { Axes, ChosenAxes } from '../../../shared/stage/AxisChoice.tsx';
import { ObservedPanel } from '../../../shared/stage/ObservedPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useClusters, useDrawn, useObserved, useRows } from '../../../shared/stage/usePlotted.ts';
import { em } from '../../lab.ts';
import type { EmCluster } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { createMeanEditing } from '../editing/meanEditing.ts';
import { MixturePlot } from './MixturePlot.tsx';
import { plotted } from './plotted.ts';

const LIT_BY: readonly Highlight[] = ['observations', 'clusters', 'responsibilities'];
const NO_CLUSTERS: readonly EmCluster[] = [];

/** The points, shared among clusters, and the clusters, whose means can be dragged. */
export const ObservationsPanel = memo(function ObservationsPanel(props: ChosenAxes) {
  return (
    <ObservedPanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      columns={props}
      layers={emLayers}
    >
      <Shared axes={props.axes} />
    </ObservedPanel>
  );
});

function Shared({ axes }: { readonly axes: Axes }) {
  const controller = useController();
  const observed = useObserved();
  const rows = useRows();
  const linkedClusters = useClusters();
  const { snapshot, placeholder } = useDrawn(em, '', 'Loading the data');
  const { shown } = useLayers(emLayers);
  const [x, y] = axes;
  const editing = useMemo(() => createMeanEditing(controller, [x, y]), [controller, x, y]);
  const clusters = useMemo(() => plotted(snapshot?.clusters ?? NO_CLUSTERS), [snapshot]);
  return (
    <MixturePlot
      {...observed}
      {...rows}
      {...linkedClusters}
      axes={axes}
      responsibilities={shown.responsibilities && snapshot ? snapshot.responsibilities : null}
      clusters={clusters}
      onMove={editing.move}
      placeholder={placeholder}
    />
  );
}
