import { useChart } from './Chart.tsx';
import { spreadLabels } from './labelPlacement.ts';

export interface EndLabel {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** The height it belongs to, pixels; NaN for none. */
  readonly at: number;
  readonly colour: string;
  readonly strong?: boolean | undefined;
  readonly opacity?: number | undefined;
}

interface EndLabelsProps {
  readonly className?: string;
  /** Where they begin or end, pixels; by default they begin right of the area. */
  readonly place?: { readonly x: number; readonly anchor: 'start' | 'end' };
  /** Accessible name: which values they are. */
  readonly label: string;
  /** From the area's right edge, pixels. */
  readonly distance?: number | undefined;
  /** Least distance between two, pixels. */
  readonly gap?: number | undefined;
  /** Pixels; that of all labels by default. */
  readonly fontSize?: number | undefined;
  readonly labels: readonly EndLabel[];
}

/** Values and names right of a chart or of a place in it, moved apart, each at the height it belongs to. */
export function EndLabels({ label, gap = 15, fontSize, labels, ...props }: EndLabelsProps) {
  const { left, top, width, height } = useChart().area;
  const { className = 'chart-label', distance = 8 } = props;
  const { x, anchor } = props.place ?? { x: left + width + distance, anchor: 'start' };
  const bottom = top + height;
  const wishes = labels.map(({ at }) =>
    Number.isFinite(at) ? Math.min(bottom, Math.max(top, at)) : bottom,
  );
  // In a low chart labels go on below it: above it stands what they are of.
  const lowest = Math.max(bottom - 3, top + 3 + gap * (labels.length - 1));
  const placed = spreadLabels(wishes, gap, top + 3, lowest);
  return (
    <g role="list" aria-label={label}>
      {labels.map(({ key, name, value, colour, strong, opacity }, index) => (
        <g key={key} role="listitem" aria-label={`${name} ${value}`}>
          <text
            className={className}
            x={x}
            textAnchor={anchor}
            y={placed[index]}
            dy="0.34em"
            fill={colour}
            style={{ fontSize }}
            fontWeight={strong ? 650 : undefined}
            opacity={opacity}
          >
            <tspan>{value}</tspan>
            <tspan dx={5}>{name}</tspan>
          </text>
        </g>
      ))}
    </g>
  );
}
