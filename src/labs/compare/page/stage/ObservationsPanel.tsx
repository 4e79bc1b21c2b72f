import { memo } from 'react';
import { useRun } from '../../../../store/context.ts';
import { type ChosenAxes, validAxes } from '../../../shared/stage/AxisChoice.tsx';
import { ObservedPanel } from '../../../shared/stage/ObservedPanel.tsx';
import { useObserved, useRows } from '../../../shared/stage/usePlotted.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { ModelPlot } from './ModelPlot.tsx';

const LIT_BY: readonly Highlight[] = ['observations'];
const NO_OUTLINES: readonly never[] = [];
const LAYERS = { observations: false, points: true, outlines: false, samples: false };

/** What all three models learn, by true class where that is known; own points are drawn here. */
export const ObservationsPanel = memo(function ObservationsPanel(props: ChosenAxes) {
  const dataset = useRun((state) => state.dataset);
  const observed = useObserved();
  const rows = useRows();
  const axes = validAxes(props.axes, observed.columns.length);
  return (
    <ObservedPanel name="Observations" part="observations" litBy={LIT_BY} columns={props}>
      <ModelPlot
        {...observed}
        {...rows}
        axes={axes}
        points={observed.observations}
        assignments={dataset?.labels ?? null}
        oneColour={null}
        outlines={NO_OUTLINES}
        samples={null}
        layers={LAYERS}
        motionKey={rows.domainKey}
        placeholder={dataset ? null : { kind: 'loading', message: 'Loading the data' }}
      />
    </ObservedPanel>
  );
});
