import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { useMediaQuery } from '../useMediaQuery.ts';
import { RunControls, type RunControlsProps } from './RunControls.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import styles from './TopBar.module.css';
import { Transport, type TransportProps } from './Transport.tsx';

const PresentTools = lazy(() => import('../present/PresentTools.tsx'));

export interface TopBarProps {
  readonly labTitle: string;
  readonly isTransportHidden: boolean;
  /** Play or Pause, Step, Reset. */
  readonly transport: TransportProps;
  /** Speed and seed. */
  readonly run: RunControlsProps;
  /** Step, objective, steps per second, backend. */
  readonly readouts: (isBrief: boolean) => ReactNode;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onShare: () => void;
  readonly presenting: boolean;
  readonly onPresent: () => void;
  /** Beside the stage, where one presents. */
  readonly isDiagramShown: boolean;
  readonly onDiagram: () => void;
  readonly onShowKeys: () => void;
}

/**
 * The bar of a lab. One row where there is room, two on tablets; on phones what is rarely needed
 * goes into a row of its own, behind a button. No number in it changes its width.
 */
export function TopBar(props: TopBarProps) {
  const { labTitle, transport, run, readouts, canUndo, canRedo, onUndo, onRedo } = props;
  const { presenting } = props;
  const isNarrow = useMediaQuery('(max-width: 699px)');
  const [isOpen, setIsOpen] = useState(false);
  const moreId = useId();
  return (
    <header className={classNames(styles.bar, presenting && styles.presenting)}>
      <div className={styles.brand}>
        <a className={styles.home} href="#/">
          SVAE Lab
        </a>
        <h1 className={styles.lab}>{labTitle}</h1>
      </div>
      <div className={styles.controls}>
        <div className={styles.transport} hidden={props.isTransportHidden}>
          <Transport {...transport} iconsOnly={isNarrow} />
        </div>
        {!isNarrow && <RunControls {...run} />}
      </div>
      {readouts(isNarrow || presenting)}
      <div className={styles.tools}>
        <IconButton icon="undo" label="Undo" disabled={!canUndo} onClick={onUndo} />
        <IconButton icon="redo" label="Redo" disabled={!canRedo} onClick={onRedo} />
        {isNarrow ? (
          <IconButton
            icon="more"
            label="More"
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setIsOpen((now) => !now)}
          />
        ) : (
          <WideTools {...props} />
        )}
      </div>
      {isNarrow && (
        <div id={moreId} className={styles.more} hidden={!isOpen}>
          <RunControls {...run} />
          <NarrowTools {...props} />
        </div>
      )}
    </header>
  );
}

function WideTools(props: TopBarProps) {
  const { onShare, presenting, onPresent, onShowKeys } = props;
  return (
    <>
      <span className={styles.divider} />
      {!presenting && <IconButton icon="share" label="Share" onClick={onShare} />}
      <IconButton
        icon="present"
        label="Present"
        tooltip={presenting ? 'End presenting (Esc)' : 'Present: larger, and only the stage'}
        aria-pressed={presenting}
        onClick={onPresent}
      />
      {presenting && (
        <Suspense fallback={null}>
          <PresentTools isDiagramShown={props.isDiagramShown} onDiagram={props.onDiagram} />
        </Suspense>
      )}
      {!presenting && (
        <>
          <IconButton
            icon="keyboard"
            label="Keyboard shortcuts"
            tooltip="Keyboard shortcuts (?)"
            onClick={onShowKeys}
          />
          <ThemeButton />
        </>
      )}
    </>
  );
}

/** With words, as a finger shows no tooltip. */
function NarrowTools({ onShare, presenting, onPresent }: TopBarProps) {
  return (
    <div className={styles.moreTools}>
      <Button icon="share" onClick={onShare}>
        Share
      </Button>
      <Button icon="present" aria-pressed={presenting} onClick={onPresent}>
        Present
      </Button>
      <ThemeButton />
    </div>
  );
}
