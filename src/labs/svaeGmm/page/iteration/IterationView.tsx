import { useEffect, useMemo, useRef } from 'react';
import { ResponsibilityBars } from '../../../../plots/bars/ClusterBars.tsx';
import {
  useController,
  useDocument,
  useRun,
  useSelected,
  useSnapshot,
} from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { DataInset } from '../../../shared/slowMotion/DataInset.tsx';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import { RowEntry } from '../../../shared/stage/RowEntry.tsx';
import { undecidedRow } from '../../../shared/stage/undecidedRow.ts';
import { useInspection } from '../../../shared/useInspection.ts';
import { svaeGmm } from '../../lab.ts';
import type { MeanFieldSweep } from '../../snapshot.ts';
import { framesOf, type IterationFrame, sameFrame, stageNames } from './frames.ts';
import { describeFrame } from './frameTexts.ts';
import styles from './IterationPlots.module.css';
import { LatentScene } from './LatentScene.tsx';

const STAGES = { label: 'Stages of the iteration', names: stageNames };

const FRAME_MS = 2600;
/** Sweeps resemble one another: less to read, more to watch. */
const SWEEP_MS = 1100;

const PACE: Pace<IterationFrame> = {
  sameFrame,
  milliseconds: ({ stage, sweep }) => (stage === 'infer' && sweep > 0 ? SWEEP_MS : FRAME_MS),
};

export interface IterationViewProps {
  /** The two columns of the data and the two latent dimensions that the stage shows. */
  readonly columns: Axes;
  readonly axes: Axes;
}

/** One training iteration for one point, step by step; single training steps are followed. */
export default function IterationView({ columns, axes }: IterationViewProps) {
  const controller = useController();
  const snapshot = useSnapshot(svaeGmm);
  const dataset = useRun((state) => state.dataset);
  const step = useRun((state) => state.step);
  const row = useSelected('row');
  const hasEdits = useDocument(({ edits }) => edits.length > 0);
  const run = useRun((state) => state.runId);
  const settings = useDocument((document) => document.settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: under other settings it is another question
  const query = useMemo(
    () => (row === null ? null : ({ kind: 'iteration', row } as const)),
    [row, settings],
  );
  const { inspection, failure } = useInspection(svaeGmm, query, `${run} ${step}`);
  const sweepCount = inspection?.sweeps.length ?? 0;
  const frames = useMemo(() => (sweepCount > 0 ? framesOf(sweepCount) : []), [sweepCount]);
  const stepper = useStepper(frames, PACE);
  const visited = useRef<number[]>([]);

  useEffect(() => {
    if (row === null && snapshot) {
      controller.select('row', undecidedRow(snapshot, visited.current));
    } else if (row !== null) {
      visited.current.push(row);
    }
  }, [controller, row, snapshot]);

  const frame = frames[stepper.state.frame];
  const isReady = inspection && frame && inspection.sweeps[frame.sweep] && snapshot && dataset;
  return (
    <SlowMotionView
      title="One iteration, slowly"
      which={
        <>
          <span aria-hidden="true">Point</span>
          <RowEntry label="Point" row={row} />
          step {step.toLocaleString('en-US')}
          {hasEdits && '; training works on the learned clusters, not on your edits'}
        </>
      }
      actions={
        <Button
          size="small"
          onClick={() =>
            snapshot && controller.select('row', undecidedRow(snapshot, visited.current))
          }
        >
          Another point
        </Button>
      }
      stages={STAGES}
      frames={frames}
      stepper={stepper}
      place={placeOf(frame)}
      failure={failure === null ? null : `This point cannot be shown: ${failure}`}
      text={isReady ? describeFrame(inspection, frame, dataset.units) : null}
      picture={
        isReady && (
          <LatentScene
            inspection={inspection}
            frame={frame}
            motionKey={`${row} ${stepper.state.frame}`}
            snapshot={snapshot}
            axes={axes}
          />
        )
      }
      evidence={
        isReady &&
        (frame.stage === 'infer' ? (
          <>
            <div className={styles.bars} data-short>
              <ResponsibilityBars
                responsibilities={inspection.sweeps[frame.sweep].responsibilities}
              />
            </div>
            <ObjectiveLine sweeps={inspection.sweeps} sweep={frame.sweep} />
          </>
        ) : (
          <DataInset
            dataset={dataset}
            inspection={inspection}
            columns={columns}
            decoded={frame.stage === 'decode' || frame.stage === 'gradients'}
          />
        ))
      }
    />
  );
}

function placeOf(frame: IterationFrame | undefined): string {
  if (!frame) return '';
  return frame.stage === 'infer' ? `Infer, sweep ${frame.sweep}` : stageNames[frame.stage];
}

const WIDTH = 200;
const HEIGHT = 36;
const PADDING = 5;

interface ObjectiveLineProps {
  readonly sweeps: readonly MeanFieldSweep[];
  readonly sweep: number;
}

/** How the surrogate objective rises with the sweeps, and where it is now. */
function ObjectiveLine({ sweeps, sweep }: ObjectiveLineProps) {
  const values = sweeps.map(({ objective }) => objective);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const steps = Math.max(1, values.length - 1);
  const x = (index: number) => PADDING + ((WIDTH - 2 * PADDING) * index) / steps;
  const y = (value: number) => HEIGHT - PADDING - ((HEIGHT - 2 * PADDING) * (value - low)) / span;
  const path = (last: number) =>
    values
      .slice(0, last + 1)
      .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)},${y(value)}`)
      .join('');
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        surrogate objective <b>{formatFixed(values[sweep], 3)}</b> nats
      </figcaption>
      <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path className={styles.ahead} d={path(steps)} />
        <path className={styles.done} d={path(sweep)} />
        <circle className={styles.now} cx={x(sweep)} cy={y(values[sweep])} r={4} />
      </svg>
    </figure>
  );
}
