import { Popover } from '@base-ui/react/popover';
import { buttonClass, IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import popup from '../../ui/popup.module.css';
import type { ThemeControl } from '../theme.ts';
import { useMediaQuery } from '../useMediaQuery.ts';
import { Readouts, type ReadoutsProps } from './Readouts.tsx';
import { RunControls, type RunControlsProps } from './RunControls.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import styles from './TopBar.module.css';
import { Transport, type TransportProps } from './Transport.tsx';

export interface TopBarProps {
  readonly labTitle: string;
  /** Play or Pause, Step, Reset. */
  readonly transport: TransportProps;
  /** Speed and seed. */
  readonly run: RunControlsProps;
  /** Step, ELBO, steps per second, backend. */
  readonly readouts: ReadoutsProps;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onShare: () => void;
  readonly presenting: boolean;
  readonly onPresent: () => void;
  readonly onShowKeys: () => void;
  readonly theme: ThemeControl;
}

/**
 * The bar of a lab. One row where there is room, two on tablets; on phones what is rarely needed
 * goes behind a button. No number in it changes its width.
 */
export function TopBar(props: TopBarProps) {
  const { labTitle, transport, run, readouts, canUndo, canRedo, onUndo, onRedo } = props;
  const isNarrow = useMediaQuery('(max-width: 699px)');
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <a className={styles.home} href="#/">
          SVAE Lab
        </a>
        <span className={styles.lab}>{labTitle}</span>
      </div>
      <div className={styles.transport}>
        <Transport {...transport} iconsOnly={isNarrow} />
      </div>
      {!isNarrow && <RunControls {...run} />}
      <Readouts {...readouts} isNarrow={isNarrow} />
      <div className={styles.tools}>
        <IconButton icon="undo" label="Undo" disabled={!canUndo} onClick={onUndo} />
        <IconButton icon="redo" label="Redo" disabled={!canRedo} onClick={onRedo} />
        {isNarrow ? (
          <Overflow {...props} />
        ) : (
          <>
            <span className={styles.divider} />
            <SecondaryTools {...props} />
          </>
        )}
      </div>
    </header>
  );
}

function SecondaryTools({ onShare, presenting, onPresent, onShowKeys, theme }: TopBarProps) {
  return (
    <>
      <IconButton icon="share" label="Share" onClick={onShare} />
      <IconButton
        icon="present"
        label="Present"
        tooltip={presenting ? 'End presenting (Esc)' : 'Present: larger, stage only'}
        aria-pressed={presenting}
        onClick={onPresent}
      />
      <IconButton
        className={styles.keys}
        icon="keyboard"
        label="Keyboard shortcuts"
        tooltip="Keyboard shortcuts (?)"
        onClick={onShowKeys}
      />
      <ThemeMenu theme={theme} />
    </>
  );
}

/** What a phone's bar has no room for. */
function Overflow(props: TopBarProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        className={classNames(buttonClass({ look: 'quiet' }), styles.overflowButton)}
        aria-label="More"
      >
        <Icon name="more" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" className={popup.positioner}>
          <Popover.Popup
            className={classNames(popup.popup, styles.overflow)}
            aria-label="More controls"
          >
            <RunControls {...props.run} />
            <div className={styles.overflowTools}>
              <SecondaryTools {...props} />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
