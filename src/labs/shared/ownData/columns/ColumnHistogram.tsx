import { useMemo } from 'react';
import type { ColumnProfile } from '../../../../datasets/csv/table.ts';
import styles from './ColumnHistogram.module.css';
import { histogram } from './histogram.ts';

const WIDTH = 96;
const HEIGHT = 22;

/** How often which values occur; the range next to it says the same in words. */
export function ColumnHistogram({ column }: { readonly column: ColumnProfile }) {
  const bars = useMemo(() => histogram(column), [column]);
  if (bars.length === 0) return null;
  const width = WIDTH / bars.length;
  return (
    <svg className={styles.histogram} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {bars.map((share, bin) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          key={bin}
          x={bin * width}
          y={HEIGHT * (1 - share)}
          width={Math.max(width - 1, 0.5)}
          height={HEIGHT * share}
        />
      ))}
    </svg>
  );
}
