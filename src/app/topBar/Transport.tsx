import { useRef } from 'react';
import { Button, IconButton, type IconButtonProps } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import styles from './TopBar.module.css';

export interface TransportProps {
  readonly playing: boolean;
  /** While a model is being built there is nothing to train. */
  readonly disabled: boolean;
  /** The model is as it came with the page. */
  readonly isShipped: boolean;
  /** Trains on; a shipped model gives way to one that starts from the seed. */
  readonly onPlay: () => void;
  /** Trains a shipped model on. */
  readonly onContinue: () => void;
  readonly onPause: () => void;
  readonly onStep: () => void;
  readonly onReset: () => void;
}

const fromScratchTooltip =
  'Start again from the seed (Space). Undo brings the pretrained model back';
const continueTooltip = 'Train the pretrained model further (C); can be undone';
const stepTooltip = 'One training step (→)';
const shippedStepTooltip = 'Continue the pretrained model by one training step (→)';
const resetTooltip = 'Back to an untrained model (R); can be undone';

/**
 * Play or Pause, Step, Reset. With a shipped model there are two ways to train, and the rest makes
 * room for them: the whole is as wide as ever, and what was pressed stays under the pointer.
 */
export function Transport(props: TransportProps & { readonly iconsOnly: boolean }) {
  const { playing, disabled, onStep, onReset, iconsOnly } = props;
  const isShipped = props.isShipped && !playing;
  const main = useRef<HTMLButtonElement>(null);
  const tooltip = isShipped ? shippedStepTooltip : stepTooltip;
  const step = { icon: 'step', tooltip, disabled, onClick: onStep } as const;
  const reset = { icon: 'reset', tooltip: resetTooltip, disabled, onClick: onReset } as const;
  const label = playing ? 'Pause' : 'Play';
  const playTooltip = playing ? 'Pause training (Space)' : 'Train (Space)';
  return (
    <>
      <Button
        ref={main}
        variant="primary"
        icon={playing ? 'pause' : 'play'}
        tooltip={isShipped ? fromScratchTooltip : playTooltip}
        className={classNames(styles.play, isShipped && styles.twoLines)}
        disabled={disabled}
        onClick={playing ? props.onPause : props.onPlay}
      >
        {isShipped ? 'Train from scratch' : label}
      </Button>
      {isShipped && (
        <Button
          tooltip={continueTooltip}
          className={classNames(styles.continue, styles.twoLines)}
          disabled={disabled}
          onClick={() => {
            // This button goes, and the focus with it.
            main.current?.focus();
            props.onContinue();
          }}
        >
          Continue training
        </Button>
      )}
      <Others step={step} reset={reset} others={othersStyle(isShipped, iconsOnly)} />
    </>
  );
}

type OthersStyle = 'words' | 'icons' | 'none';

/** On a phone two ways to train leave no room for more; training from scratch resets as well. */
function othersStyle(isShipped: boolean, iconsOnly: boolean): OthersStyle {
  if (isShipped && iconsOnly) return 'none';
  return isShipped || iconsOnly ? 'icons' : 'words';
}

type Other = Pick<IconButtonProps, 'icon' | 'tooltip' | 'disabled' | 'onClick'>;

interface OthersProps {
  readonly step: Other;
  readonly reset: Other;
  readonly others: OthersStyle;
}

function Others({ step, reset, others }: OthersProps) {
  if (others === 'none') return null;
  if (others === 'icons') {
    return (
      <>
        <IconButton variant="plain" label="Step" {...step} />
        <IconButton variant="plain" label="Reset" {...reset} />
      </>
    );
  }
  return (
    <>
      <Button {...step}>Step</Button>
      <Button {...reset}>Reset</Button>
    </>
  );
}
