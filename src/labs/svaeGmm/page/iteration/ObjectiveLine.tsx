import { formatFixed } from '../../../../ui/numbers.ts';
import type { MeanFieldSweep } from '../../snapshot.ts';
import styles from './ObjectiveLine.module.css';

const WIDTH = 200;
const HEIGHT = 36;
const PADDING = 5;

export interface ObjectiveLineProps {
  readonly sweeps: readonly MeanFieldSweep[];
  readonly sweep: number;
}

/** How the surrogate objective rises with the sweeps, and where it is now. */
export function ObjectiveLine({ sweeps, sweep }: ObjectiveLineProps) {
  const values = sweeps.map(({ objective }) => objective);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const steps = Math.max(1, values.length - 1);
  const x = (index: number) => PADDING + ((WIDTH - 2 * PADDING) * index) / steps;
  const y = (value: number) => HEIGHT - PADDING - ((HEIGHT - 2 * PADDING) * (value - low)) / span;
  const path = (last: number) =>
    values
      .slice(0, last + 1)
      .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)},${y(value)}`)
      .join('');
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        surrogate objective <b>{formatFixed(values[sweep], 3)}</b> nats
      </figcaption>
      <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path className={styles.ahead} d={path(steps)} />
        <path className={styles.done} d={path(sweep)} />
        <circle className={styles.now} cx={x(sweep)} cy={y(values[sweep])} r={4} />
      </svg>
    </figure>
  );
}
