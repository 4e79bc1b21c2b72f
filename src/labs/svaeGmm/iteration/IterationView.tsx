import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import { ResponsibilityBars } from '../../../plots/ClusterBars.tsx';
import type { Theme } from '../../../plots/palette.ts';
import { useController, useDocument, useRun } from '../../../store/context.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Formula } from '../../../ui/Formula.tsx';
import { NumberEntry } from '../../../ui/NumberEntry.tsx';
import type { Axes } from '../stage/AxisChoice.tsx';
import { DataInset } from './DataInset.tsx';
import { framesOf, type StepperAction } from './frames.ts';
import { describeFrame, stageNames } from './frameTexts.ts';
import { StageStrip, StepperControls } from './IterationControls.tsx';
import styles from './IterationView.module.css';
import { LatentScene } from './LatentScene.tsx';
import { ObjectiveLine } from './ObjectiveLine.tsx';
import { setSlowMotion, undecidedRow } from './slowMotion.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import { useIteration } from './useIteration.ts';
import { useStepper } from './useStepper.ts';

const KEYS: Readonly<Record<string, StepperAction>> = {
  ArrowRight: { kind: 'next' },
  ArrowLeft: { kind: 'previous' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
};

/** Points by number, as tooltips and files count them. */
const POINTS = { min: 1, step: 1, scale: 'linear', integer: true } as const;

export interface IterationViewProps {
  readonly theme: Theme;
  /** The two columns of the data and the two latent dimensions that the stage shows. */
  readonly columns: Axes;
  readonly axes: Axes;
}

/**
 * One training iteration for one point, step by step: takes the place of the stage while
 * `slowMotion` is set. Playing the training closes it; single training steps are followed.
 */
export function IterationView({ theme, columns, axes }: IterationViewProps) {
  const controller = useController();
  const snapshot = useRun((state) => state.snapshot as SvaeGmmSnapshot | null);
  const dataset = useRun((state) => state.dataset);
  const isTraining = useRun((state) => state.phase === 'playing');
  const step = useRun((state) => state.step);
  const row = useRun((state) => state.selectedRow);
  const hasEdits = useDocument(({ edits }) => edits.length > 0);
  const { look, failure } = useIteration(row);
  const sweepCount = look?.sweeps.length ?? 0;
  const frames = useMemo(() => (sweepCount > 0 ? framesOf(sweepCount) : []), [sweepCount]);
  const { state, act } = useStepper(frames);
  const visited = useRef<number[]>([]);
  const section = useFocusReturn();

  useEffect(() => {
    if (isTraining) void setSlowMotion(controller, false);
  }, [controller, isTraining]);

  useEffect(() => {
    if (row === null && snapshot) {
      controller.run.setState({ selectedRow: undecidedRow(snapshot, visited.current) });
    } else if (row !== null) {
      visited.current.push(row);
    }
  }, [controller, row, snapshot]);

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
  const text = look && frame && look.sweeps[frame.sweep] ? describeFrame(look, frame) : null;
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.view}
      aria-labelledby="iteration-title"
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h2 id="iteration-title" className={styles.title}>
          One iteration, slowly
        </h2>
        <p className={styles.which}>
          <span aria-hidden="true">Point</span>
          <NumberEntry
            label="Point"
            value={(row ?? 0) + 1}
            range={{ ...POINTS, max: dataset?.rows ?? 1 }}
            digits={5}
            onCommit={(point) => controller.run.setState({ selectedRow: point - 1 })}
          />
          step {step.toLocaleString('en-US')}
          {hasEdits && '; training works on the learned clusters, not on your edits'}
        </p>
        <Button
          size="small"
          onClick={() =>
            snapshot &&
            controller.run.setState({ selectedRow: undecidedRow(snapshot, visited.current) })
          }
        >
          Another point
        </Button>
        <IconButton
          icon="close"
          size="small"
          label="Close"
          onClick={() => void setSlowMotion(controller, false)}
        />
      </header>
      <StageStrip frames={frames} state={state} act={act} />
      {failure !== null && <p role="alert">This point cannot be looked at: {failure}</p>}
      {look && frame && text && snapshot && dataset && (
        <div className={styles.body}>
          <div className={styles.latent}>
            <LatentScene
              theme={theme}
              look={look}
              frame={frame}
              motionKey={`${row} ${state.frame}`}
              snapshot={snapshot}
              axes={axes}
            />
          </div>
          <div className={styles.words}>
            <div aria-live="polite" className={styles.told}>
              <h3 className={styles.stage}>{stageNames[frame.stage]}</h3>
              <p className={styles.sentence}>{withSymbols(text.sentence)}</p>
            </div>
            <Formula tex={text.tex} label={text.label} height="6.5rem" />
          </div>
          <div className={styles.evidence}>
            {frame.stage === 'infer' ? (
              <>
                <div className={styles.bars}>
                  <ResponsibilityBars
                    theme={theme}
                    responsibilities={look.sweeps[frame.sweep].responsibilities}
                  />
                </div>
                <ObjectiveLine sweeps={look.sweeps} sweep={frame.sweep} />
              </>
            ) : (
              <DataInset
                theme={theme}
                dataset={dataset}
                look={look}
                columns={columns}
                decoded={frame.stage === 'decode' || frame.stage === 'gradients'}
              />
            )}
          </div>
        </div>
      )}
      <StepperControls frames={frames} state={state} act={act} />
    </section>
  );
}

/** What stands between asterisks is a symbol. */
function withSymbols(sentence: string) {
  return sentence.split('*').map((part, index) =>
    // Every second part; the sentence is new as a whole when it changes.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    index % 2 === 1 ? <i key={index}>{part}</i> : part,
  );
}
