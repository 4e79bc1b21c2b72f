import { useController, useDocument, useLab, useRun, useUndo } from '../../store/context.ts';
import { speedOptions } from '../topBar/speeds.ts';
import { TopBar } from '../topBar/TopBar.tsx';
import { LabReadouts } from './LabReadouts.tsx';
import { redo, undo } from './undoing.ts';
import { useTransport } from './useTransport.ts';

export interface LabTopBarProps {
  /** Controls a teacher has hidden. */
  readonly hidden: readonly string[];
  readonly presenting: boolean;
  readonly onPresent: () => void;
  readonly isDiagramShown: boolean;
  readonly onDiagram: () => void;
  readonly onShare: () => void;
  readonly onShowKeys: () => void;
}

/** The bar of a lab, bound to the store. */
export function LabTopBar(props: LabTopBarProps) {
  const controller = useController();
  const lab = useLab();
  const speed = useRun((run) => run.speed);
  const seed = useDocument((document) => document.seed);
  const { canUndo, canRedo } = useUndo();
  return (
    <TopBar
      isTransportHidden={props.hidden.includes('transport')}
      labTitle={lab.title}
      transport={useTransport()}
      run={{
        speed,
        speeds: speedOptions(lab),
        onSpeed: (next) => controller.setSpeed(next),
        seed,
        onSeed: (next) => void controller.changeSeed(next),
        onDice: () => void controller.changeSeed(randomSeed()),
        hidden: props.hidden,
      }}
      readouts={(isBrief) => (
        <LabReadouts isBrief={isBrief} isBackendHidden={props.hidden.includes('backend')} />
      )}
      canUndo={canUndo}
      canRedo={canRedo}
      onUndo={() => undo(controller)}
      onRedo={() => redo(controller)}
      onShare={props.onShare}
      presenting={props.presenting}
      onPresent={props.onPresent}
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
