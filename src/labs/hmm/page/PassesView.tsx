import { useEffect, useMemo } from 'react';
import type { Calendar } from '../../../datasets/calendar.ts';
import { stepInWords, stepText } from '../../../datasets/calendarText.ts';
import { calendarOf } from '../../../datasets/dataset.ts';
import { ResponsibilityBars } from '../../../plots/bars/ClusterBars.tsx';
import { useController, useRun, useSelected, useSnapshot } from '../../../store/context.ts';
import { SlowMotionView } from '../../shared/slowMotion/SlowMotionView.tsx';
import { staged, useStages } from '../../shared/slowMotion/useStages.ts';
import { RowEntry } from '../../shared/stage/RowEntry.tsx';
import { undecidedRow } from '../../shared/stage/undecidedRow.ts';
import { useInspection } from '../../shared/useInspection.ts';
import { hmm } from '../lab.ts';
import { describeStage, quantityOf, sharesOf, stageNames } from './frames.ts';
import styles from './PassesView.module.css';
import { StatesPlot } from './StatesPlot.tsx';

const SLOW = staged('Stages of forward-backward', stageNames);

/** Forward and backward pass at one step: what the past says, what the value says, what the future says. */
export default function PassesView() {
  const controller = useController();
  const snapshot = useSnapshot(hmm);
  const dataset = useRun((state) => state.dataset);
  const trained = useRun((state) => state.step);
  const calendar = calendarOf(dataset);
  const row = useSelected('row');
  const query = useMemo(() => (row === null ? null : ({ kind: 'step', row } as const)), [row]);
  const { inspection, failure } = useInspection(hmm, query, trained);
  const { stage, slow } = useStages(SLOW);
  useEffect(() => {
    if (row === null && snapshot) controller.select('row', undecidedRow(snapshot));
  }, [controller, row, snapshot]);

  const isBack = stage === 'later' || stage === 'smooth';
  // The pass has gone over this many steps.
  const passed = (inspection?.row ?? 0) + (stage === 'filter' ? 1 : 0);
  const isReady = inspection !== null && snapshot !== null && dataset !== null;
  return (
    <SlowMotionView
      title="Forward-backward, slowly"
      which={
        <>
          <span aria-hidden="true">at step</span>
          <RowEntry label="Step of the series" row={row} />
          {calendar && row !== null && <span>({stepText(calendar, row)})</span>}
        </>
      }
      {...slow}
      failure={failure === null ? null : `This step cannot be shown: ${failure}`}
      text={isReady ? describeStage(inspection, stage, calendar) : null}
      formulaHeight="8.25rem"
      picture={
        isReady && (
          <StatesPlot
            values={dataset.values}
            calendar={calendar}
            name={dataset.columns[0] ?? 'y'}
            unit={dataset.units[0]}
            clean={null}
            states={snapshot.states}
            responsibilities={isBack ? inspection.smoothedSeries : inspection.filteredSeries}
            knownUntil={isBack ? undefined : passed}
            hovered={null}
            selected={inspection.row}
            onSelect={(step) => step !== null && controller.select('row', step)}
            hoveredState={null}
          />
        )
      }
      evidence={
        isReady && (
          <div className={styles.bars} data-short>
            <ResponsibilityBars
              responsibilities={sharesOf(inspection, stage)}
              quantity={quantityOf(stage)}
              part="State"
            />
            <p className={styles.caption}>{captionOf(isBack, passed, calendar)}</p>
          </div>
        )
      }
    />
  );
}

/** Which points the picture colours, and by what. */
function captionOf(isBack: boolean, passed: number, calendar: Calendar | undefined): string {
  if (isBack) return 'Each point has the colour of its state given the whole series.';
  if (passed === 0) return 'No point has a colour yet: the pass has not begun.';
  return `Points up to ${stepInWords(passed, passed - 1, calendar)} have the colour of their state given the values up to them.`;
}
