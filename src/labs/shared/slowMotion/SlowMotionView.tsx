import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Formula } from '../../../ui/Formula.tsx';
import { useFocusReturn } from './focusReturn.ts';
import type { FrameText } from './frameText.ts';
import styles from './SlowMotionView.module.css';
import { StageStrip, type Stages, StepperControls } from './StepperControls.tsx';
import { setSlowMotion } from './setSlowMotion.ts';
import type { StagedFrame, StepperAction } from './stepper.ts';
import type { Stepper } from './useStepper.ts';

const KEYS: Readonly<Record<string, StepperAction>> = {
  ArrowRight: { kind: 'next' },
  ArrowLeft: { kind: 'previous' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
};

export interface SlowMotionViewProps<Stage extends string> {
  readonly title: string;
  /** In the title's line: what is looked at, and ways to look at something else. */
  readonly which: ReactNode;
  readonly actions?: ReactNode;
  readonly stages: Stages<Stage>;
  readonly frames: readonly StagedFrame<Stage>[];
  readonly stepper: Stepper;
  /** Where one is, in words; the name of the stage unless given. */
  readonly place?: string;
  /** Why there is nothing to look at, in words. */
  readonly failure: string | null;
  /** What is said about the frame; null while there is nothing to look at. */
  readonly text: FrameText | null;
  /** CSS length kept for the formula, the same for all frames. */
  readonly formulaHeight?: string;
  /** The large picture, and a smaller one below the words. */
  readonly picture: ReactNode;
  readonly evidence: ReactNode;
}

/**
 * Something that happens, step by step: takes the place of the stage while `slowMotion` is set.
 * Playing the training closes it.
 */
export function SlowMotionView<Stage extends string>(props: SlowMotionViewProps<Stage>) {
  const { stages, frames, stepper, text, failure } = props;
  const { state, act } = stepper;
  const controller = useController();
  const isTraining = useRun(({ phase }) => phase === 'playing');
  const section = useFocusReturn();

  useEffect(() => {
    if (isTraining) void setSlowMotion(controller, false);
  }, [controller, isTraining]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Where one types, arrows move the caret.
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (isTyping && event.key !== 'Escape') return;
    const isOnControl = event.target instanceof Element && event.target.matches('button, input');
    let action: StepperAction | undefined = KEYS[event.key];
    if (event.key === ' ' && !isOnControl) action = { kind: state.playing ? 'pause' : 'play' };
    if (event.key === 'Escape') void setSlowMotion(controller, false);
    else if (action) act(action);
    else return;
    // These keys train the model elsewhere on the page.
    event.preventDefault();
  };

  const frame = frames[state.frame];
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.view}
      aria-labelledby="slow-motion-title"
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h2 id="slow-motion-title" className={styles.title}>
          {props.title}
        </h2>
        <div className={styles.which}>{props.which}</div>
        {props.actions}
        <IconButton
          icon="close"
          size="small"
          label="Close"
          tooltip="Close (Q or Esc)"
          onClick={() => void setSlowMotion(controller, false)}
        />
      </header>
      <StageStrip stages={stages} frames={frames} stepper={stepper} />
      {failure !== null && <p role="alert">{failure}</p>}
      {frame && text && (
        <div className={styles.body}>
          <div className={styles.picture}>{props.picture}</div>
          <div className={styles.words}>
            <div aria-live="polite" className={styles.told}>
              <h3 className={styles.stage}>{stages.names[frame.stage]}</h3>
              <p className={styles.sentence}>{withSymbols(text.sentence)}</p>
            </div>
            <Formula tex={text.tex} label={text.label} height={props.formulaHeight ?? '6.5rem'} />
          </div>
          <div className={styles.evidence}>{props.evidence}</div>
        </div>
      )}
      <StepperControls
        count={frames.length}
        stepper={stepper}
        place={props.place ?? stages.names[frame?.stage] ?? ''}
      />
    </section>
  );
}

/** What stands between asterisks is a symbol. */
function withSymbols(sentence: string) {
  return sentence.split('*').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: every second part; the sentence is new as a whole when it changes
    index % 2 === 1 ? <i key={index}>{part}</i> : part,
  );
}
