import { Button, IconButton } from '../../../ui/Button.tsx';
import styles from './StepperControls.module.css';
import { firstFrameOf, type StagedFrame } from './stepper.ts';
import type { Stepper } from './useStepper.ts';

/** The stages of a slow motion, in their order. */
export interface Stages<Stage extends string> {
  /** What they are the stages of. */
  readonly label: string;
  readonly names: Readonly<Record<Stage, string>>;
}

interface StageStripProps<Stage extends string> {
  readonly stages: Stages<Stage>;
  readonly frames: readonly StagedFrame<Stage>[];
  readonly stepper: Stepper;
}

/** All stages, each a way to go there. */
export function StageStrip<Stage extends string>({
  stages,
  frames,
  stepper: { state, act },
}: StageStripProps<Stage>) {
  const present = frames[state.frame]?.stage;
  return (
    <ol className={styles.strip} aria-label={stages.label}>
      {(Object.keys(stages.names) as Stage[]).map((stage, index) => (
        <li key={stage}>
          <button
            type="button"
            className={styles.stage}
            aria-current={stage === present ? 'step' : undefined}
            onClick={() => act({ kind: 'seek', frame: firstFrameOf(frames, stage) })}
          >
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            {stages.names[stage]}
          </button>
        </li>
      ))}
    </ol>
  );
}

interface StepperControlsProps {
  /** How many frames there are. */
  readonly count: number;
  readonly stepper: Stepper;
  /** Where one is, in words. */
  readonly place: string;
}

/** Previous, Play, Next, and a scrubber over all frames. */
export function StepperControls({ count, stepper, place }: StepperControlsProps) {
  const {
    state: { frame, playing },
    act,
  } = stepper;
  const last = Math.max(0, count - 1);
  return (
    <div className={styles.controls}>
      <Button aria-disabled={frame === 0} onClick={() => act({ kind: 'previous' })}>
        Previous
      </Button>
      <IconButton
        variant="plain"
        icon={playing ? 'pause' : 'play'}
        label={playing ? 'Pause slow motion' : 'Play slow motion'}
        onClick={() => act({ kind: playing ? 'pause' : 'play' })}
      />
      <Button variant="plain" aria-disabled={frame >= last} onClick={() => act({ kind: 'next' })}>
        Next
      </Button>
      <input
        className={styles.scrubber}
        type="range"
        min={0}
        max={last}
        step={1}
        value={frame}
        aria-label="Frame"
        aria-valuetext={`${frame + 1} of ${last + 1}: ${place}`}
        onChange={(event) => act({ kind: 'seek', frame: event.target.valueAsNumber })}
      />
      <span className={styles.place} aria-hidden="true">
        {frame + 1} / {last + 1}
      </span>
    </div>
  );
}
