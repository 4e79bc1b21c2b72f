import { memo } from 'react';
import { useChart } from './Chart.tsx';
import { lineAndArea } from './paths.ts';

interface CurveProps {
  /** Places along x, increasing, and the value at each; those that are not finite interrupt it. */
  readonly xs: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly colour: string;
  readonly width?: number;
  readonly dashes?: string | undefined;
  /** Opacity of the area down to zero; absent for none. */
  readonly area?: number;
  /** A dot at each value: one value alone is no line. */
  readonly hasDots?: boolean;
}

/** A line through values, and the area between it and zero. */
export const Curve = memo(function Curve({ xs, values, colour, width = 2, ...props }: CurveProps) {
  const { x, y, clip } = useChart();
  const { line, area } = lineAndArea(
    xs.length,
    (i) => x.at(xs[i]),
    (i) => y.at(values[i]),
    y.at(0),
  );
  return (
    <g clipPath={clip} pointerEvents="none" aria-hidden="true">
      {props.area !== undefined && <path d={area} fill={colour} fillOpacity={props.area} />}
      <path
        className="chart-curve"
        d={line}
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={props.dashes}
      />
      {props.hasDots &&
        Array.from(values, (value, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are told apart by their place
          <circle key={i} cx={x.at(xs[i])} cy={y.at(value)} r={3} fill={colour} />
        ))}
    </g>
  );
});
