import { headlineOf } from '../../labs/lab.ts';
import type { BackendName } from '../../networks/backend.ts';
import { useController, useDocument, useLab, useRun, useUndo } from '../../store/context.ts';
import { isShipped } from '../../store/document.ts';
import { speedOptions } from '../topBar/speeds.ts';
import { TopBar } from '../topBar/TopBar.tsx';
import { redo, undo } from './undoing.ts';

const BACKENDS: readonly { readonly value: BackendName | 'auto'; readonly label: string }[] = [
  { value: 'auto', label: 'Auto' },
  { value: 'wasm', label: 'WASM' },
  { value: 'webgl', label: 'WebGL' },
  { value: 'cpu', label: 'CPU' },
];

export interface LabTopBarProps {
  /** Controls a teacher has hidden. */
  readonly hidden: readonly string[];
  readonly presenting: boolean;
  readonly onPresent: () => void;
  readonly isFormulaShown: boolean;
  readonly onFormula: () => void;
  readonly isDiagramShown: boolean;
  readonly onDiagram: () => void;
  readonly onShare: () => void;
  readonly onShowKeys: () => void;
}

/** The bar of a lab, bound to the store. */
export function LabTopBar(props: LabTopBarProps) {
  const controller = useController();
  const lab = useLab();
  const phase = useRun((run) => run.phase);
  const speed = useRun((run) => run.speed);
  const step = useRun((run) => run.step);
  const settings = useDocument((document) => document.settings);
  const name = useRun((run) => headlineOf(lab, settings, run)?.name);
  const value = useRun((run) => headlineOf(lab, settings, run)?.value ?? null);
  const isPending = useRun((run) => run.isObjectivePending);
  const stepsPerSecond = useRun((run) => run.stepsPerSecond);
  const backend = useRun((run) => run.backend);
  const backendChoice = useRun((run) => run.backendChoice);
  const seed = useDocument((document) => document.seed);
  const { canUndo, canRedo } = useUndo();
  const isTraining = phase === 'playing' || phase === 'training';
  return (
    <TopBar
      labTitle={lab.title}
      transport={{
        playing: isTraining,
        disabled: phase === 'opening' || phase === 'failed',
        isShipped: useDocument(({ origin }) => isShipped(origin)),
        onPlay: () => void controller.play(),
        onContinue: () => void controller.play({ continues: true }),
        onPause: () => void controller.pause(),
        onStep: () => void controller.step(),
        onReset: () => void controller.reset(),
      }}
      run={{
        speed,
        speeds: speedOptions(lab),
        onSpeed: (next) => controller.setSpeed(next),
        seed,
        onSeed: (next) => void controller.changeSeed(next),
        onDice: () => void controller.changeSeed(randomSeed()),
        hidden: props.hidden,
      }}
      readouts={{
        step: phase === 'failed' ? null : step,
        objective:
          name === undefined ? null : { name, value: phase === 'failed' ? null : value, isPending },
        stepsPerSecond: isTraining ? stepsPerSecond : null,
        backend,
        isBackendHidden: props.hidden.includes('backend'),
        backendChoice,
        backendOptions: BACKENDS,
        onBackend: (choice) => {
          const known = BACKENDS.find(({ value }) => value === choice);
          if (known) void controller.backends.switchTo(known.value);
        },
      }}
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={() => undo(controller)}
      onRedo={() => redo(controller)}
      onShare={props.onShare}
      presenting={props.presenting}
      onPresent={props.onPresent}
      isFormulaShown={props.isFormulaShown}
      onFormula={props.onFormula}
      isDiagramShown={props.isDiagramShown}
      onDiagram={props.onDiagram}
      onShowKeys={props.onShowKeys}
    />
  );
}

/** Seeds the dice gives: short enough to say aloud. */
const MOST = 9999;

/** A fresh seed; the one place where the page itself is not repeatable. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] % (MOST + 1);
}
