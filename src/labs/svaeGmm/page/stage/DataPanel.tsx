import { memo } from 'react';
import { useHovered, useRun } from '../../../../store/context.ts';
import { type Axes, type ChosenAxes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { DataSpacePlot } from '../../../shared/stage/DataSpacePlot.tsx';
import { ObservedPanel } from '../../../shared/stage/ObservedPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn, useObserved, useRows } from '../../../shared/stage/usePlotted.ts';
import { svaeGmm } from '../../lab.ts';
import { svaeGmmLayers, svaeGmmPointedAt } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';

const LIT_BY: readonly Highlight[] = ['observations', 'reconstructions', 'assignments', 'grid'];
const LAYERS = ['observations', 'reconstructions', 'links', 'samples'] as const;

/** Data space: what was observed, what the model makes of it; own points are drawn here too. */
export const DataPanel = memo(function DataPanel(props: ChosenAxes) {
  const { columns } = useObserved();
  const axes = validAxes(props.axes, columns.length);
  return (
    <ObservedPanel
      name="Data space"
      part="data-space"
      litBy={LIT_BY}
      columns={props}
      layers={svaeGmmLayers}
      names={columns.length === 2 ? undefined : LAYERS}
    >
      <Observed axes={axes} />
    </ObservedPanel>
  );
});

function Observed({ axes }: { readonly axes: Axes }) {
  const labels = useRun((state) => state.dataset?.labels);
  const hoveredCluster = useHovered('cluster');
  const observed = useObserved();
  const rows = useRows();
  const { snapshot, placeholder } = useDrawn(svaeGmm, '', 'Loading the data');
  const { shown } = useLayers(svaeGmmLayers, svaeGmmPointedAt);
  return (
    <DataSpacePlot
      {...observed}
      {...rows}
      axes={axes}
      labels={labels}
      reconstructions={snapshot?.reconstructions}
      assignments={snapshot?.assignments}
      confidence={snapshot?.confidence}
      grid={observed.dimension === 2 ? snapshot?.grid : null}
      samples={snapshot?.samples}
      layers={shown}
      hoveredCluster={hoveredCluster}
      placeholder={placeholder}
    />
  );
}
