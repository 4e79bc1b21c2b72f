/** The panels of the stage, each with what it takes from the store. */
import { lazy, memo, Suspense, useMemo } from 'react';
import { stepText } from '../../../datasets/calendarText.ts';
import { calendarOf } from '../../../datasets/dataset.ts';
import { TransitionsPlot } from '../../../plots/transitions/TransitionsPlot.tsx';
import { useController, useRun } from '../../../store/context.ts';
import { LayerToggles } from '../../shared/stage/LayerToggles.tsx';
import { SharesPlot, type ShareWords } from '../../shared/stage/SharesPlot.tsx';
import { StagePanel } from '../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../shared/stage/useLayers.ts';
import { useMotionKey } from '../../shared/stage/useMotionKey.ts';
import { useDrawn } from '../../shared/stage/usePlotted.ts';
import { useTarget } from '../../shared/stage/useTarget.ts';
import { hmm } from '../lab.ts';
import { hmmLayers } from '../layers.ts';
import type { HmmState } from '../snapshot.ts';
import type { Highlight } from '../texts/formulas.ts';
import { SERIES_MARGIN, StatesPlot, stepsAxis } from './StatesPlot.tsx';
import { createStateGestures } from './stateGestures.ts';

const NoSeriesYet = lazy(() => import('../../shared/ownData/series/NoSeriesYet.tsx'));

const NO_VALUES = new Float32Array(0);
const NO_STATES: readonly HmmState[] = [];
const SERIES: readonly Highlight[] = ['observations', 'means'];
const RIBBON: readonly Highlight[] = ['responsibilities'];
const ARROWS: readonly Highlight[] = ['transition'];

/** The series: values in the colours of their states, and the means, which can be dragged. */
export const SeriesPanel = memo(function SeriesPanel() {
  const controller = useController();
  const { snapshot, isWanting, placeholder } = useDrawn(hmm, '', 'Loading the series');
  const dataset = useRun((state) => state.dataset);
  const { shown } = useLayers(hmmLayers);
  const steps = useTarget('row');
  const states = useTarget('cluster');
  const gestures = useMemo(() => createStateGestures(controller), [controller]);
  const clean = dataset?.kind === 'sequence' ? dataset.clean : null;
  return (
    <StagePanel
      name="Series"
      part="observations"
      litBy={SERIES}
      actions={
        <LayerToggles
          of={hmmLayers}
          names={clean ? ['responsibilities', 'clean'] : ['responsibilities']}
        />
      }
    >
      {isWanting ? (
        <Suspense fallback={null}>
          <NoSeriesYet columns="choose one column" />
        </Suspense>
      ) : (
        <StatesPlot
          values={dataset?.values ?? NO_VALUES}
          calendar={calendarOf(dataset)}
          name={dataset?.columns[0] ?? 'y'}
          unit={dataset?.units[0]}
          clean={shown.clean ? clean : null}
          states={snapshot?.states ?? NO_STATES}
          responsibilities={(shown.responsibilities && snapshot?.responsibilities) || null}
          {...steps}
          hoveredState={states.hovered}
          onHoverState={states.onHover}
          onMove={gestures.move}
          placeholder={placeholder}
        />
      )}
    </StagePanel>
  );
});

const STATES: ShareWords = {
  label: 'States over time',
  share: 'probability',
  part: 'State',
};

/** How likely each state is at each step. */
export const RibbonPanel = memo(function RibbonPanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(hmm, 'The states appear with the series.');
  const { hovered, onHover } = useTarget('cluster');
  const motionKey = useMotionKey();
  const calendar = useRun(({ dataset }) => calendarOf(dataset));
  const steps = snapshot ? snapshot.responsibilities.length / snapshot.states.length : 0;
  const x = useMemo(() => calendar && stepsAxis(steps, calendar), [calendar, steps]);
  const xText = useMemo(
    () => calendar && ((step: number) => stepText(calendar, step - 1)),
    [calendar],
  );
  const curves = useMemo(
    () => snapshot && ribbonOf(snapshot.responsibilities, snapshot.states.length),
    [snapshot],
  );
  return (
    <StagePanel name="States" part="responsibilities" litBy={RIBBON}>
      <SharesPlot
        curves={curves}
        parts={snapshot?.states.length ?? 0}
        words={STATES}
        margin={SERIES_MARGIN}
        xLabel={calendar ? '' : 'step'}
        x={x}
        xText={xText}
        hovered={hovered}
        onHover={onHover}
        motionKey={motionKey}
        placeholder={isWanting ? placeholder : null}
      />
    </StagePanel>
  );
});

/** The ribbon of states: shares (T x K) over steps that are counted from 1. */
const ribbonOf = (shares: Float32Array, states: number) => ({
  x: Float32Array.from({ length: shares.length / states }, (_, t) => t + 1),
  shares,
});

/** Which state follows which. */
export const TransitionPanel = memo(function TransitionPanel() {
  const { snapshot } = useDrawn(hmm);
  const { hovered, onHover } = useTarget('cluster');
  return (
    <StagePanel name="Transitions" part="transitions" litBy={ARROWS}>
      {snapshot && <TransitionsPlot states={snapshot.states} hovered={hovered} onHover={onHover} />}
    </StagePanel>
  );
});
