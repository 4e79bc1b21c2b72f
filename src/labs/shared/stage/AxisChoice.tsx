import { CompactChoice } from '../../../ui/Choice.tsx';
import styles from './AxisChoice.module.css';

export type Axes = readonly [number, number];

export const FIRST_AXES: Axes = [0, 1];

/** What a panel with a plane gets from its stage, where several show the same. */
export interface ChosenAxes {
  /** The two dimensions shown; where there are fewer, the first. */
  readonly axes: Axes;
  readonly onAxes: (axes: Axes) => void;
}

export interface AxisChoiceProps {
  /** Names of all dimensions, of which two are shown. */
  readonly names: readonly string[];
  /** What they are, for screen readers: "latent dimension", "column". */
  readonly kind: string;
  readonly axes: Axes;
  readonly onChange: (axes: Axes) => void;
}

/** Which two of more than two dimensions a plot shows. Choosing the other one's swaps them. */
export function AxisChoice({ names, kind, axes, onChange }: AxisChoiceProps) {
  if (names.length <= 2) return null;
  const options = names.map((label, index) => ({ value: String(index), label }));
  const [x, y] = axes;
  const choose = (value: number, which: 0 | 1): Axes => {
    if (which === 0) return value === y ? [y, x] : [value, y];
    return value === x ? [y, x] : [x, value];
  };
  return (
    <span className={styles.axes}>
      <CompactChoice
        label={`Horizontal ${kind}`}
        display={names[x]}
        value={String(x)}
        options={options}
        onChange={(value) => onChange(choose(Number(value), 0))}
      />
      <CompactChoice
        label={`Vertical ${kind}`}
        display={names[y]}
        value={String(y)}
        options={options}
        onChange={(value) => onChange(choose(Number(value), 1))}
      />
    </span>
  );
}

/** Axes that exist among `count` dimensions. */
export function validAxes([x, y]: Axes, count: number): Axes {
  return x < count && y < count ? [x, y] : FIRST_AXES;
}
