import { useMemo } from 'react';
import { formatAtMost, formatFixed } from '../../ui/numbers.ts';
import { linearAxis } from '../chart/axes.ts';
import { Chart, useChart } from '../chart/Chart.tsx';
import type { AnyPlotProps } from '../host/PlotHost.tsx';
import { colour } from '../style/palette.ts';
import { symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';

interface Bar {
  readonly id: number;
  /** 0..1 */
  readonly value: number;
  readonly removed?: boolean | undefined;
}

/** Which cluster stands out, and what is told of the pointer. */
interface Linked {
  readonly hovered?: number | null | undefined;
  readonly selected?: number | null | undefined;
  readonly onHover?: ((id: number | null) => void) | undefined;
  readonly onSelect?: ((id: number) => void) | undefined;
}

interface ClusterBarsProps extends AnyPlotProps, Linked {
  readonly bars: readonly Bar[];
  /** What the values are, for the axis and for screen readers. */
  readonly quantity: string;
  /** One of those that have a bar: "Cluster". */
  readonly part: string;
  /** End of the axis. */
  readonly maximum: number;
}

const MARGIN = { left: 44, right: 10, top: 22, bottom: 34 };
const WIDEST_BAR = 34;
const NUMBERED_FROM = 13;
const MARKED_FROM = 8;
const valueText = (value: number): string => formatFixed(value, 2);
const tickText = (value: number): string => formatAtMost(value, 2);

/** One bar per cluster in the order of their ids, with colour, mark and number. */
function ClusterBars({ bars, quantity, part, maximum, ...props }: ClusterBarsProps) {
  const x = useMemo(
    () => linearAxis('', { low: -0.5, high: Math.max(1, bars.length) - 0.5 }, { ticks: [] }),
    [bars.length],
  );
  const y = useMemo(
    () =>
      linearAxis(
        quantity,
        { low: 0, high: maximum },
        { ticks: [0, maximum / 2, maximum], text: tickText },
      ),
    [quantity, maximum],
  );
  return (
    <Chart
      className="cluster-bars"
      label={`${quantity} by ${part.toLowerCase()}`}
      margin={MARGIN}
      x={x}
      y={y}
      placeholder={props.placeholder}
    >
      <g role="list" aria-label={quantity}>
        {bars.map((bar, index) => (
          <ClusterBar
            key={bar.id}
            {...props}
            bar={{ ...bar, value: Math.min(bar.value, maximum) }}
            index={index}
            quantity={quantity}
            part={part}
          />
        ))}
      </g>
    </Chart>
  );
}

interface ClusterBarProps extends Linked {
  readonly bar: Bar;
  readonly index: number;
  readonly quantity: string;
  readonly part: string;
}

function ClusterBar({ bar, index, quantity, part, hovered = null, ...props }: ClusterBarProps) {
  const { area, x, y } = useChart();
  const { id, value, removed = false } = bar;
  const middle = x.at(index);
  const pitch = x.at(1) - x.at(0);
  const thick = Math.min(WIDEST_BAR, pitch * 0.72);
  const [top, bottom] = [y.at(value), area.top + area.height];
  const marked = hovered === id || props.selected === id;
  const fill = colour(id, useTheme());
  return (
    <g
      role="listitem"
      className="cluster-bar"
      aria-label={`${part} ${id + 1}: ${quantity} ${removed ? 'removed' : valueText(value)}`}
      data-marked={marked}
      opacity={hovered !== null && hovered !== id ? 0.4 : 1}
      onPointerEnter={() => props.onHover?.(id)}
      onPointerLeave={() => props.onHover?.(null)}
      onPointerUp={() => props.onSelect?.(id)}
    >
      <rect
        className="cluster-bar-hit"
        x={middle - pitch / 2}
        y={area.top}
        width={pitch}
        height={area.height + MARGIN.bottom}
      />
      <rect
        x={middle - thick / 2}
        y={top}
        width={thick}
        height={Math.max(0, bottom - top)}
        rx={Math.min(2, thick / 4)}
        fill={fill}
      />
      {marked && (
        <text className="cluster-bar-value" x={middle} y={top - 5} textAnchor="middle">
          {removed ? '–' : valueText(value)}
        </text>
      )}
      {pitch >= MARKED_FROM && (
        <path
          d={symbolPath(id, Math.min(4.5, pitch * 0.3))}
          transform={`translate(${middle} ${bottom + 9})`}
          fill={removed ? 'none' : fill}
          stroke={removed ? fill : 'none'}
          opacity={!removed && value < 0.005 ? 0.4 : 1}
        />
      )}
      {(pitch >= NUMBERED_FROM || (id + 1) % 5 === 0) && (
        <text className="plot-tick" x={middle} y={bottom + 27} textAnchor="middle">
          {id + 1}
        </text>
      )}
    </g>
  );
}

export interface WeightBarsProps extends AnyPlotProps, Linked {
  readonly clusters: readonly {
    readonly id: number;
    readonly weight: number;
    readonly removed: boolean;
  }[];
}

/** Mixing weights of all clusters. */
export function WeightBars({ clusters, ...rest }: WeightBarsProps) {
  const heaviest = Math.max(0, ...clusters.map(({ weight }) => weight));
  // A few fixed ends, so that the axis does not move with every step; their halves are round, too.
  const maximum = [0.1, 0.3, 0.6].find((end) => heaviest <= end * 0.95) ?? 1;
  const bars = clusters.map(({ id, weight, removed }) => ({ id, value: weight, removed }));
  return <ClusterBars {...rest} bars={bars} part="Cluster" quantity="weight" maximum={maximum} />;
}

export interface ResponsibilityBarsProps extends AnyPlotProps, Linked {
  /** K, of one point; they sum to one. */
  readonly responsibilities: ArrayLike<number>;
  readonly quantity?: string | undefined;
  readonly part?: string | undefined;
}

/** To which clusters one point belongs, and how much. */
export function ResponsibilityBars({
  responsibilities,
  quantity = 'responsibility',
  part = 'Cluster',
  ...rest
}: ResponsibilityBarsProps) {
  const bars = Array.from(responsibilities, (value, id) => ({ id, value }));
  return <ClusterBars {...rest} bars={bars} quantity={quantity} part={part} maximum={1} />;
}
