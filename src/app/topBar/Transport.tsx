import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './TopBar.module.css';

export interface TransportProps {
  readonly playing: boolean;
  /** While a model is being built there is nothing to train. */
  readonly disabled: boolean;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onStep: () => void;
  readonly onReset: () => void;
}

const stepTooltip = 'One training step (→)';
const resetTooltip = 'Back to an untrained model (R); can be undone';

/** Play or Pause, Step, Reset. */
export function Transport(props: TransportProps & { readonly iconsOnly: boolean }) {
  const { playing, disabled, onPlay, onPause, onStep, onReset, iconsOnly } = props;
  const step = { icon: 'step', tooltip: stepTooltip, disabled, onClick: onStep } as const;
  const reset = { icon: 'reset', tooltip: resetTooltip, disabled, onClick: onReset } as const;
  return (
    <>
      <Button
        look="primary"
        icon={playing ? 'pause' : 'play'}
        tooltip={playing ? 'Pause training (Space)' : 'Train (Space)'}
        className={styles.play}
        disabled={disabled}
        onClick={playing ? onPause : onPlay}
      >
        {playing ? 'Pause' : 'Play'}
      </Button>
      {iconsOnly ? (
        <>
          <IconButton look="plain" label="Step" {...step} />
          <IconButton look="plain" label="Reset" {...reset} />
        </>
      ) : (
        <>
          <Button {...step}>Step</Button>
          <Button {...reset}>Reset</Button>
        </>
      )}
    </>
  );
}
