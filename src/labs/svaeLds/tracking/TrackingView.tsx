import { useMemo, useState } from 'react';
import type { SvaeLdsQuery, TrackingInspection } from '../../../models/svaeLds/snapshot.ts';
import { TrackingPlot } from '../../../plots/dynamics/TrackingPlot.tsx';
import type { Theme } from '../../../plots/palette.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberEntry } from '../../../ui/NumberEntry.tsx';
import { SlowMotionView } from '../../parts/slowMotion/SlowMotionView.tsx';
import { type Pace, useStepper } from '../../parts/slowMotion/useStepper.ts';
import { useInspection } from '../../parts/useInspection.ts';
import { framesOf, sameFrame, type TrackingFrame, type TrackingStage } from './frames.ts';
import styles from './TrackingView.module.css';
import { describeFrame, stageNames } from './texts.ts';
import { trackedCoordinate, trackedPlane } from './tracked.ts';

const STAGES = { label: 'Stages of tracking', names: stageNames };

/** Steps resemble one another: little to read, much to watch. */
const FRAME_MS = 900;

const PACE: Pace<TrackingFrame> = { sameFrame, milliseconds: () => FRAME_MS };

type TrackingQuery = Extract<SvaeLdsQuery, { kind: 'tracking' }>;

const STEPS = 30;
/** A stretch in the middle where nothing is seen: the bands open and close. */
const EXAMPLE: TrackingQuery = {
  kind: 'tracking',
  steps: STEPS,
  noise: 0.4,
  hidden: [12, 18],
  seed: 1,
};

const NOISE = { min: 0.05, max: 3, step: 0.05, scale: 'linear' } as const;
const STEP = { min: 0, max: STEPS, step: 1, scale: 'linear', integer: true } as const;
const TIME = ['first coordinate'];
const PLANE = ['first coordinate (seen)', 'second coordinate'];

/**
 * Filter, smoother and sampler on a small example with known truth (thesis, figures B.1 to B.3):
 * forwards through predict and condition, back through smoothing and sampling.
 */
export function TrackingView({ theme }: { readonly theme: Theme }) {
  const [query, setQuery] = useState(EXAMPLE);
  const [hovered, setHovered] = useState<number | null>(null);
  const { look, failure } = useInspection<TrackingInspection>(query);
  const count = look?.steps.length ?? 0;
  const frames = useMemo(() => framesOf(count), [count]);
  const stepper = useStepper(frames, PACE);
  const frame = frames[stepper.state.frame];
  const shown = useMemo(
    () =>
      look && frame
        ? {
            text: describeFrame(look, frame),
            time: trackedCoordinate(look, frame),
            plane: trackedPlane(look, frame),
            present: presentOf(frame),
          }
        : null,
    [look, frame],
  );
  const [from, to] = query.hidden;
  const hide = (hidden: readonly [number, number]) => setQuery({ ...query, hidden });
  const plot = { theme, hovered, onHover: setHovered, domainKey: query.seed };
  return (
    <SlowMotionView<TrackingStage>
      title="Filter, smoother, sampler"
      which={
        <>
          <span aria-hidden="true">noise</span>
          <NumberEntry
            label="Noise of what is seen"
            value={query.noise}
            range={NOISE}
            digits={4}
            onCommit={(noise) => setQuery({ ...query, noise })}
          />
          <span aria-hidden="true">unseen from</span>
          <NumberEntry
            label="Nothing is seen from step"
            value={from}
            range={STEP}
            digits={2}
            onCommit={(step) => hide([step, Math.max(step, to)])}
          />
          <span aria-hidden="true">to before</span>
          <NumberEntry
            label="Seen again from step"
            value={to}
            range={STEP}
            digits={2}
            onCommit={(step) => hide([Math.min(from, step), step])}
          />
        </>
      }
      actions={
        <Button size="small" onClick={() => setQuery({ ...query, seed: query.seed + 1 })}>
          Another truth
        </Button>
      }
      stages={STAGES}
      frames={frames}
      stepper={stepper}
      place={frame ? `${stageNames[frame.stage]}, step ${frame.step}` : ''}
      failure={failure === null ? null : `The example cannot be looked at: ${failure}`}
      text={shown?.text ?? null}
      formulaHeight="8.5rem"
      picture={
        shown && (
          <div className={styles.time}>
            <TrackingPlot
              {...plot}
              {...shown.time}
              label="What is seen of the state, against time"
              dimension={1}
              names={TIME}
              present={shown.present}
            />
          </div>
        )
      }
      evidence={
        shown && (
          <div className={styles.plane}>
            <TrackingPlot
              {...plot}
              {...shown.plane}
              label="The state in its plane"
              dimension={2}
              names={PLANE}
              present={shown.present}
            />
          </div>
        )
      }
    />
  );
}

const presentOf = ({ stage, step }: TrackingFrame) => ({ kind: stage, step }) as const;
