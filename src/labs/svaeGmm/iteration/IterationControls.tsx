import { Button, IconButton } from '../../../ui/Button.tsx';
import {
  firstFrameOf,
  ITERATION_STAGES,
  type IterationFrame,
  type StepperAction,
  type StepperState,
} from './frames.ts';
import { stageNames } from './frameTexts.ts';
import styles from './IterationControls.module.css';

interface StepperProps {
  readonly frames: readonly IterationFrame[];
  readonly state: StepperState;
  readonly act: (action: StepperAction) => void;
}

/** The six stages of an iteration, each a way to go there. */
export function StageStrip({ frames, state, act }: StepperProps) {
  const present = frames[state.frame]?.stage;
  return (
    <ol className={styles.strip} aria-label="Stages of the iteration">
      {ITERATION_STAGES.map((stage, index) => (
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
            {stageNames[stage]}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Previous, Play, Next, and a scrubber over all frames. */
export function StepperControls({ frames, state, act }: StepperProps) {
  const { frame, playing } = state;
  const last = Math.max(0, frames.length - 1);
  const now = frames[frame];
  const place = now?.stage === 'infer' ? `Infer, sweep ${now.sweep}` : now && stageNames[now.stage];
  return (
    <div className={styles.controls}>
      <Button aria-disabled={frame === 0} onClick={() => act({ kind: 'previous' })}>
        Previous
      </Button>
      <IconButton
        look="plain"
        icon={playing ? 'pause' : 'play'}
        label={playing ? 'Pause slow motion' : 'Play slow motion'}
        onClick={() => act({ kind: playing ? 'pause' : 'play' })}
      />
      <Button look="plain" aria-disabled={frame >= last} onClick={() => act({ kind: 'next' })}>
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
        aria-valuetext={`${frame + 1} of ${last + 1}: ${place ?? ''}`}
        onChange={(event) => act({ kind: 'seek', frame: event.target.valueAsNumber })}
      />
      <span className={styles.place} aria-hidden="true">
        {frame + 1} / {last + 1}
      </span>
    </div>
  );
}
