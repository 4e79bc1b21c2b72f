import { memo } from 'react';
import { chartStyle } from '../style/chartStyle.ts';
import { useTheme } from '../style/theme.ts';
import type { Interval } from './intervals.ts';
import { linePath } from './paths.ts';

interface SmallCurveProps {
  /** Increasing. */
  readonly xs: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly x: Interval;
  readonly y: Interval;
  /** What the picture shows, for screen readers. */
  readonly label: string;
}

const SIDE = 240;

/** A line without axes in a small picture, as wide as its container. */
export const SmallCurve = memo(function SmallCurve(props: SmallCurveProps) {
  const { xs, values, x, y, label } = props;
  const { colour } = chartStyle(useTheme()).total;
  const place = ({ low, high }: Interval, value: number) => SIDE * ((value - low) / (high - low));
  const d = linePath(
    xs.length,
    (i) => place(x, xs[i]),
    (i) => Math.min(SIDE, Math.max(0, SIDE - place(y, values[i]))),
  );
  return (
    <svg className="plot" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
      <path d={d} fill="none" stroke={colour} strokeWidth={3} strokeLinejoin="round" />
    </svg>
  );
});
