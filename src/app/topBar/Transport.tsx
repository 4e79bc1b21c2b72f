import { Button, IconButton } from '../../ui/Button.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
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

/** Play or Pause, Step, Reset. */
export function Transport(props: TransportProps & { readonly iconsOnly: boolean }) {
  const { playing, disabled, onPlay, onPause, onStep, onReset, iconsOnly } = props;
  return (
    <>
      <Tooltip text={playing ? 'Pause training (Space)' : 'Train (Space)'}>
        <Button
          look="primary"
          icon={playing ? 'pause' : 'play'}
          className={styles.play}
          disabled={disabled}
          onClick={playing ? onPause : onPlay}
        >
          {playing ? 'Pause' : 'Play'}
        </Button>
      </Tooltip>
      {iconsOnly ? (
        <>
          <IconButton look="plain" icon="step" label="Step" disabled={disabled} onClick={onStep} />
          <IconButton
            look="plain"
            icon="reset"
            label="Reset"
            disabled={disabled}
            onClick={onReset}
          />
        </>
      ) : (
        <>
          <Tooltip text="One training step (→)">
            <Button icon="step" disabled={disabled} onClick={onStep}>
              Step
            </Button>
          </Tooltip>
          <Tooltip text="Back to an untrained model (R); can be undone">
            <Button icon="reset" disabled={disabled} onClick={onReset}>
              Reset
            </Button>
          </Tooltip>
        </>
      )}
    </>
  );
}
