import { memo } from 'react';
import { useHovered } from '../../../../store/context.ts';
import { ObservedPanel } from '../../../shared/stage/ObservedPanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn, useObserved, useRows } from '../../../shared/stage/usePlotted.ts';
import { mixtureOfExperts } from '../../lab.ts';
import { expertsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { ExpertsPlot } from './ExpertsPlot.tsx';

const LIT_BY: readonly Highlight[] = ['observations', 'experts', 'responsibilities', 'prediction'];

/** The curve: its points, shared among the experts, and what the experts make of it. */
export const ExpertsPanel = memo(function ExpertsPanel() {
  return (
    <ObservedPanel name="Observations" part="observations" litBy={LIT_BY} layers={expertsLayers}>
      <Fitted />
    </ObservedPanel>
  );
});

function Fitted() {
  const { observations, columns, units } = useObserved();
  const rows = useRows();
  const hoveredExpert = useHovered('cluster');
  const { snapshot, placeholder } = useDrawn(mixtureOfExperts, '', 'Loading the data');
  const { shown } = useLayers(expertsLayers);
  return (
    <ExpertsPlot
      {...rows}
      {...{ observations, columns, units }}
      responsibilities={shown.responsibilities && snapshot ? snapshot.responsibilities : null}
      experts={snapshot?.experts.length ?? 1}
      curves={snapshot}
      band={shown.prediction}
      hoveredExpert={hoveredExpert}
      placeholder={placeholder}
    />
  );
}
