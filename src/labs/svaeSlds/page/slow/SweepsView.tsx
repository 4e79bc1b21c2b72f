import { useMemo, useState } from 'react';
import { useRun, useSelected, useSnapshot } from '../../../../store/context.ts';
import { NumberEntry } from '../../../../ui/NumberEntry.tsx';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { svaeSlds } from '../../lab.ts';
import type { SvaeSldsSnapshot } from '../../snapshot.ts';
import { describeFrame, framesOf, type SweepFrame, sameFrame, stageNames } from './frames.ts';
import { ObjectivePlot } from './ObjectivePlot.tsx';
import { PathsTable } from './PathsTable.tsx';
import { SweepPlot } from './SweepPlot.tsx';

const STAGES = { label: 'Stages of a sweep', names: stageNames };
const PACE: Pace<SweepFrame> = { sameFrame, milliseconds: () => 2600 };
const SWEEPS = 6;
/** So many paths are summed at most: ten steps of four states. */
const MOST_PATHS = 300_000;
const LONGEST = 40;

/** Half-sweeps of inference on a few steps, and for short stretches the exact answer beside it. */
export default function SweepsView() {
  const snapshot = useSnapshot(svaeSlds);
  const trained = useRun(({ runId, step }) => `${runId} ${step}`);
  const row = useSelected('row');
  const [stretch, setStretch] = useState<{ readonly from: number; readonly steps: number } | null>(
    null,
  );
  const total = snapshot?.steps ?? 0;
  const K = snapshot?.stateCount ?? 1;
  const steps = Math.min(stretch?.steps ?? 10, Math.max(3, total));
  const start = stretch?.from ?? (snapshot ? startOf(snapshot, row, steps) : 0);
  const from = Math.max(0, Math.min(start, total - steps));
  const isReady = snapshot !== null;
  const query = useMemo(
    () => (isReady ? ({ kind: 'sweeps', from, steps, sweeps: SWEEPS } as const) : null),
    [isReady, from, steps],
  );
  const hasPaths = K ** (steps - 1) <= MOST_PATHS;
  const pathsQuery = useMemo(
    () => (isReady && hasPaths ? ({ kind: 'paths', from, steps } as const) : null),
    [isReady, hasPaths, from, steps],
  );
  const { inspection, failure } = useInspection(svaeSlds, query, trained);
  const exact = useInspection(svaeSlds, pathsQuery, trained).inspection;
  const paths = hasPaths && exact?.steps === steps && exact.from === from ? exact : null;
  const frames = useMemo(
    () => (inspection ? framesOf(inspection, paths) : []),
    [inspection, paths],
  );
  const stepper = useStepper(frames, PACE);
  const frame = frames[stepper.state.frame];
  const range = (max: number, min = 0) =>
    ({ min, max, step: 1, scale: 'linear', integer: true }) as const;
  return (
    <SlowMotionView
      title="Sweeps of inference, slowly"
      which={
        <>
          <span aria-hidden="true">from step</span>
          <NumberEntry
            label="First step"
            value={from}
            range={range(Math.max(0, total - steps))}
            digits={4}
            onCommit={(value) => setStretch({ from: value, steps })}
          />
          <span aria-hidden="true">length</span>
          <NumberEntry
            label="Number of steps"
            value={steps}
            range={range(Math.max(3, Math.min(LONGEST, total)), 3)}
            digits={3}
            onCommit={(value) => setStretch({ from, steps: value })}
          />
        </>
      }
      stages={STAGES}
      frames={frames}
      stepper={stepper}
      place={frame && placeOf(frame)}
      failure={failure === null ? null : `These steps cannot be shown: ${failure}`}
      text={inspection && frame ? describeFrame(frame, inspection, paths) : null}
      formulaHeight="6rem"
      picture={inspection && frame && <SweepPlot {...{ inspection, frame, paths, states: K }} />}
      evidence={
        inspection &&
        frame &&
        (frame.stage === 'exact' && paths ? (
          <PathsTable paths={paths} />
        ) : (
          <ObjectivePlot inspection={inspection} half={frame.half} paths={paths} />
        ))
      }
    />
  );
}

function placeOf({ stage, half }: SweepFrame): string {
  return stage === 'exact' ? stageNames.exact : `Half-sweep ${half + 1}: ${stageNames[stage]}`;
}

/** Around the step chosen, or around the first switch of the likeliest state. */
function startOf(
  { assignments, firstRow, inputEnds }: SvaeSldsSnapshot,
  row: number | null,
  steps: number,
): number {
  const half = Math.floor(steps / 2);
  if (row !== null) return row - firstRow - half;
  for (let t = half; t < inputEnds - half; t++)
    if (assignments[t] !== assignments[t - 1]) return t - half;
  return 0;
}
