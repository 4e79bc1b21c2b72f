import { useState } from 'react';
import { Button } from '../../../../ui/Button.tsx';
import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { framePerStage, type StagedFrame, sameStage } from '../../../shared/slowMotion/stepper.ts';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import layout from '../../../shared/stage/PartsStage.module.css';
import type { EstimatorId } from '../../names.ts';
import type { DrawsSnapshot } from '../draws/DrawsStage.tsx';
import { HistogramsChart } from '../draws/HistogramsChart.tsx';
import styles from '../Stage.module.css';
import { DrawPlot } from './DrawPlot.tsx';
import { type DrawStage, describeFrame, stageNames } from './frames.ts';

const STAGES = { label: 'Stages of a draw', names: stageNames };
const FRAME_MS = 3600;
const FRAMES = framePerStage(stageNames);
const PACE: Pace<StagedFrame<DrawStage>> = { sameFrame: sameStage, milliseconds: () => FRAME_MS };

/** The estimators that a stage is about. */
const ABOUT: Readonly<Record<DrawStage, readonly EstimatorId[]>> = {
  noise: [],
  draw: [],
  value: [],
  score: ['score'],
  baseline: ['score', 'leaveOneOut'],
  path: ['pathwise', 'sticking', 'straightThrough', 'enumeration'],
  average: ['score', 'pathwise', 'straightThrough'],
};

/** One draw on its way through the estimators. */
export default function DrawView({ view }: { readonly view: DrawsSnapshot }) {
  const [draw, setDraw] = useState(0);
  const stepper = useStepper(FRAMES, PACE);
  const { stage } = FRAMES[stepper.state.frame];
  const count = view.draws.places.length;
  const drawn = view.estimates.filter(({ id }) => ABOUT[stage].includes(id));
  const to = (next: number) => setDraw((next + count) % count);
  return (
    <SlowMotionView
      title="One draw, slowly"
      which={
        <span className={styles.which}>
          <Button size="small" onClick={() => to(draw - 1)}>
            Previous draw
          </Button>
          Draw {draw + 1} of {count}
          <Button size="small" onClick={() => to(draw + 1)}>
            Next draw
          </Button>
        </span>
      }
      stages={STAGES}
      frames={FRAMES}
      stepper={stepper}
      place={stageNames[stage]}
      failure={null}
      text={describeFrame({ view, draw }, stage)}
      picture={
        <div className={layout.slowly}>
          <DrawPlot view={view} draw={draw} stage={stage} />
        </div>
      }
      evidence={
        <div className={layout.evidence}>
          {drawn.length > 0 && <HistogramsChart view={view} drawn={drawn} draw={draw} />}
        </div>
      }
    />
  );
}
