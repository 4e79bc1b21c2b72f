import { SlowMotionView } from '../../../shared/slowMotion/SlowMotionView.tsx';
import { framePerStage, type StagedFrame, sameStage } from '../../../shared/slowMotion/stepper.ts';
import { type Pace, useStepper } from '../../../shared/slowMotion/useStepper.ts';
import layout from '../../../shared/stage/PartsStage.module.css';
import type { WeightsView } from '../../snapshot.ts';
import { HistogramChart } from '../weights/HistogramChart.tsx';
import { describeFrame, type SetStage, stageNames } from './frames.ts';
import { SetPlot } from './SetPlot.tsx';

const STAGES = { label: 'Stages of a set of draws', names: stageNames };
const FRAME_MS = 3600;
const FRAMES = framePerStage(stageNames);
const PACE: Pace<StagedFrame<SetStage>> = { sameFrame: sameStage, milliseconds: () => FRAME_MS };

/** One set of K weights on its way into the bound. */
export default function SetView({ view }: { readonly view: WeightsView }) {
  const stepper = useStepper(FRAMES, PACE);
  const { stage } = FRAMES[stepper.state.frame];
  return (
    <SlowMotionView
      title="One set of draws, slowly"
      which={<span>K = {view.samples}</span>}
      stages={STAGES}
      frames={FRAMES}
      stepper={stepper}
      place={stageNames[stage]}
      failure={null}
      text={describeFrame(view, stage)}
      picture={
        <div className={layout.slowly}>
          <SetPlot view={view} stage={stage} />
        </div>
      }
      evidence={
        <div className={layout.evidence}>
          {stage === 'repeat' && <HistogramChart view={view} />}
        </div>
      }
    />
  );
}
