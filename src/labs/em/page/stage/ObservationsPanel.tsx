import { memo, useMemo } from 'react';
import { useController, useSnapshot } from '../../../../store/context.ts';
import { emLayers } from '../../../shared/data/emLayers.ts';
import { type Axes, AxisChoice } from '../../../shared/stage/AxisChoice.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { ObservedPanel } from '../../../shared/stage/ObservedPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import {
  placeholderOf,
  useClusters,
  useObserved,
  useRows,
} from '../../../shared/stage/usePlotted.ts';
import { em } from '../../lab.ts';
import type { EmCluster } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { createMeanHands } from '../editing/meanHands.ts';
import { MixturePlot } from './MixturePlot.tsx';
import { plotted } from './plotted.ts';

export interface ObservationsPanelProps {
  /** The two columns shown. */
  readonly axes: Axes;
  readonly onAxes: (axes: Axes) => void;
}

const LIT_BY: readonly Highlight[] = ['observations', 'clusters', 'responsibilities'];
const NO_CLUSTERS: readonly EmCluster[] = [];

/** The points, shared among clusters, and the clusters, whose means can be dragged. */
export const ObservationsPanel = memo(function ObservationsPanel(props: ObservationsPanelProps) {
  const { columns } = useObserved();
  return (
    <ObservedPanel
      name="Observations"
      part="observations"
      litBy={LIT_BY}
      actions={
        <>
          <AxisChoice kind="column" names={columns} axes={props.axes} onChange={props.onAxes} />
          <LayerToggles of={emLayers} />
        </>
      }
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
  const snapshot = useSnapshot(em);
  const { shown } = useLayers(emLayers);
  const [x, y] = axes;
  const hands = useMemo(() => createMeanHands(controller, [x, y]), [controller, x, y]);
  const clusters = useMemo(() => plotted(snapshot?.clusters ?? NO_CLUSTERS), [snapshot]);
  return (
    <MixturePlot
      {...observed}
      {...rows}
      {...linkedClusters}
      axes={axes}
      responsibilities={shown.responsibilities && snapshot ? snapshot.responsibilities : null}
      clusters={clusters}
      onMove={hands.move}
      placeholder={placeholderOf(snapshot, null, 'Loading the data')}
    />
  );
}
