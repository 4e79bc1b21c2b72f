import { Button } from '../../../../ui/Button.tsx';
import styles from './ExperimentsPanel.module.css';

export interface FactorButtonsProps {
  /** What is multiplied. */
  readonly label: string;
  readonly factors: readonly number[];
  readonly value: number;
  readonly onChange: (factor: number) => void;
}

/** A row of factors, one of them in force. */
export function FactorButtons({ label, factors, value, onChange }: FactorButtonsProps) {
  return (
    <fieldset className={styles.factors} aria-label={label}>
      {factors.map((factor) => (
        <Button
          className={styles.factor}
          key={factor}
          size="small"
          look={factor === value ? 'primary' : 'plain'}
          aria-pressed={factor === value}
          onClick={() => onChange(factor)}
        >
          ×{factor}
        </Button>
      ))}
    </fieldset>
  );
}
