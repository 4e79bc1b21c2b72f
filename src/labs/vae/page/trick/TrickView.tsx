import { useEffect, useMemo, useState } from 'react';
import { PictureTile } from '../../../../plots/encoded/PictureTile.tsx';
import {
  useController,
  useDocument,
  useRun,
  useSelected,
  useSnapshot,
} from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { settingsOf } from '../../../lab.ts';
import { DataInset } from '../../../shared/slowMotion/DataInset.tsx';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { framePerStage, type StagedFrame, sameStage } from '../../../shared/slowMotion/stepper.ts';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import type { Axes } from '../../../shared/stage/AxisChoice.tsx';
import { RowEntry } from '../../../shared/stage/RowEntry.tsx';
import { useInspection } from '../../../shared/useInspection.ts';
import { vae } from '../../lab.ts';
import { betaOf } from '../../objective.ts';
import type { ReparameterisationInspection } from '../../snapshot.ts';
import { describeFrame, stageNames, type TrickStage } from './frames.ts';
import styles from './Trick.module.css';
import { TrickGraph } from './TrickGraph.tsx';
import { TrickScene } from './TrickScene.tsx';

const STAGES = { label: 'Stages of the trick', names: stageNames };
const FRAME_MS = 3200;
const PACE: Pace<StagedFrame<TrickStage>> = {
  sameFrame: sameStage,
  milliseconds: () => FRAME_MS,
};
const FRAMES = framePerStage(stageNames);
const NO_FRAMES: typeof FRAMES = [];

export interface TrickViewProps {
  /** The two columns of the data and the two latent dimensions that the stage shows. */
  readonly columns: Axes;
  readonly axes: Axes;
}

/** The reparameterisation trick for one datum, step by step; single training steps are followed. */
export default function TrickView({ columns, axes }: TrickViewProps) {
  const controller = useController();
  const snapshot = useSnapshot(vae);
  const dataset = useRun((state) => state.dataset);
  const step = useRun((state) => state.step);
  const run = useRun((state) => state.runId);
  const row = useSelected('row');
  const settings = useDocument((document) => document.settings);
  const [draw, setDraw] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: under another beta it is another question
  const query = useMemo(
    () => (row === null ? null : ({ kind: 'reparameterisation', row, draw } as const)),
    [row, draw, settings],
  );
  const { inspection, failure } = useInspection(vae, query, `${run} ${step}`);
  const stepper = useStepper(inspection ? FRAMES : NO_FRAMES, PACE);
  const stage = FRAMES[stepper.state.frame].stage;

  useEffect(() => {
    if (row === null) controller.select('row', 0);
  }, [controller, row]);

  const isReady =
    inspection && snapshot && dataset && inspection.observation.length === dataset.dimension;
  const inDataSpace = stage === 'decode' || stage === 'objective';
  return (
    <SlowMotionView
      title="The reparameterisation trick"
      which={
        <>
          <span aria-hidden="true">Observation</span>
          <RowEntry label="Observation" row={row} />
          step {step.toLocaleString('en-US')}
        </>
      }
      actions={
        <Button size="small" onClick={() => setDraw(draw + 1)}>
          Draw another ε
        </Button>
      }
      stages={STAGES}
      frames={inspection ? FRAMES : NO_FRAMES}
      stepper={stepper}
      failure={failure === null ? null : `This observation cannot be shown: ${failure}`}
      text={
        isReady
          ? describeFrame(inspection, stage, betaOf(settingsOf(vae, { settings })), dataset.units)
          : null
      }
      formulaHeight="9.5rem"
      picture={
        isReady &&
        (!inDataSpace ? (
          <TrickScene inspection={inspection} stage={stage} snapshot={snapshot} axes={axes} />
        ) : snapshot.pixels === null ? (
          <DataInset dataset={dataset} inspection={inspection} columns={columns} decoded />
        ) : (
          <DecodedPictures inspection={inspection} side={snapshot.pixels} />
        ))
      }
      evidence={isReady && <TrickGraph stage={stage} isFull={inspection.factor !== null} />}
    />
  );
}

interface DecodedPicturesProps {
  readonly inspection: ReparameterisationInspection;
  readonly side: number;
}

function DecodedPictures({ inspection, side }: DecodedPicturesProps) {
  const [observed, mean, deviation] = useMemo(
    () => [
      Float32Array.from(inspection.observation),
      Float32Array.from(inspection.decoded.mean),
      Float32Array.from(inspection.decoded.variance, Math.sqrt),
    ],
    [inspection],
  );
  return (
    <div className={styles.pictures}>
      <PictureTile name="y, observed" side={side} values={observed} />
      <PictureTile name="decoded mean" side={side} values={mean} />
      <PictureTile
        name="decoded deviation"
        side={side}
        values={deviation}
        kind="deviation"
        high={0.5}
      />
    </div>
  );
}
