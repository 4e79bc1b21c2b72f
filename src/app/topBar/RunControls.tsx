import { IconButton } from '../../ui/Button.tsx';
import { type ChoiceOption, CompactChoice } from '../../ui/Choice.tsx';
import { NumberEntry } from '../../ui/NumberEntry.tsx';
import type { NumberRange } from '../../ui/numbers.ts';
import { type Speed, speedOf } from './speeds.ts';
import styles from './TopBar.module.css';

export interface RunControlsProps {
  readonly speed: Speed;
  readonly speeds: readonly ChoiceOption[];
  readonly onSpeed: (speed: Speed) => void;
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
  /** Another seed, whichever. */
  readonly onDice: () => void;
  /** Parts a teacher has hidden: 'speed', 'seed'. */
  readonly hidden?: readonly string[];
}

const NOTHING: readonly string[] = [];

/** The same seeds as in links, model files and the scripting handle. */
const SEEDS: NumberRange = {
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  step: 1,
  scale: 'linear',
  integer: true,
};

/** Digits of seeds one can read out to a class; only longer ones need a wider field. */
const SHORT_SEED = 5;

/** How fast to train, and from which seed. */
export function RunControls(props: RunControlsProps) {
  const { speed, speeds, onSpeed, seed, onSeed, onDice, hidden = NOTHING } = props;
  return (
    <div className={styles.run}>
      <div className={styles.speed} hidden={hidden.includes('speed')}>
        <CompactChoice
          label="Speed"
          value={String(speed)}
          options={speeds}
          onChange={(value) => onSpeed(speedOf(value))}
        />
      </div>
      <div className={styles.seed} hidden={hidden.includes('seed')}>
        <span aria-hidden="true">Seed</span>
        <NumberEntry
          className={styles.seedEntry}
          label="Seed"
          value={seed}
          range={SEEDS}
          digits={Math.max(SHORT_SEED, String(seed).length)}
          onCommit={onSeed}
        />
        <IconButton icon="dice" label="Another seed" size="small" onClick={onDice} />
      </div>
    </div>
  );
}
