import { format } from 'd3';
import { useRef } from 'react';
import type { Placeholder } from '../host/PlotPlaceholder.tsx';
import { PlotPlaceholder } from '../host/PlotPlaceholder.tsx';
import { useElementSize } from '../host/useElementSize.ts';
import { clusterName } from '../layers/clusterView.ts';
import { colour } from '../style/palette.ts';
import { symbolPath } from '../style/symbols.ts';
import { useTheme } from '../style/theme.ts';
import '../style/plots.css';
import '../chart/charts.css';

interface Bar {
  readonly id: number;
  /** 0..1 */
  readonly value: number;
  readonly removed?: boolean | undefined;
}

interface ClusterBarsProps {
  readonly bars: readonly Bar[];
  /** What the values are, for the axis and for screen readers. */
  readonly quantity: string;
  /** End of the axis. */
  readonly maximum: number;
  readonly hovered?: number | null | undefined;
  readonly selected?: number | null | undefined;
  readonly onHover?: ((id: number | null) => void) | undefined;
  readonly onSelect?: ((id: number) => void) | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

const MARGIN = { left: 44, right: 10, top: 22, bottom: 34 };
const WIDEST_BAR = 34;
const NUMBERED_FROM = 13;
const valueText = format('.2f');
const tickText = format('.2~f');

/** One bar per cluster in the order of their ids, with colour, mark and number. */
function ClusterBars(props: ClusterBarsProps) {
  const theme = useTheme();
  const { bars, quantity, maximum, hovered = null, selected = null, placeholder } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useElementSize(host);
  const width = Math.max(1, (size?.width ?? 0) - MARGIN.left - MARGIN.right);
  const height = Math.max(1, (size?.height ?? 0) - MARGIN.top - MARGIN.bottom);
  const pitch = width / Math.max(1, bars.length);
  const thick = Math.min(WIDEST_BAR, pitch * 0.72);
  const bottom = MARGIN.top + height;
  const y = (value: number): number => bottom - (height * Math.min(value, maximum)) / maximum;
  const ticks = [0, maximum / 2, maximum];

  return (
    <div ref={host} className="plot cluster-bars" data-theme={theme}>
      {size !== null && (
        <svg className="plot-layer" width={size.width} height={size.height} role="presentation">
          <g aria-hidden="true">
            {ticks.map((tick) => (
              <g key={tick}>
                <line
                  className={tick === 0 ? 'plot-zero' : 'plot-grid'}
                  x1={MARGIN.left}
                  x2={MARGIN.left + width}
                  y1={y(tick)}
                  y2={y(tick)}
                />
                <text
                  className="plot-tick"
                  x={MARGIN.left - 6}
                  y={y(tick)}
                  dy="0.34em"
                  textAnchor="end"
                >
                  {tickText(tick)}
                </text>
              </g>
            ))}
            <text className="plot-axis-name" x={2} y={12}>
              {quantity}
            </text>
          </g>
          <g role="list" aria-label={quantity}>
            {bars.map(({ id, value, removed = false }, index) => {
              const middle = MARGIN.left + pitch * (index + 0.5);
              const dimmed = hovered !== null && hovered !== id;
              const marked = hovered === id || selected === id;
              return (
                <g
                  key={id}
                  role="listitem"
                  className="cluster-bar"
                  aria-label={`${clusterName(id)}: ${quantity} ${removed ? 'removed' : valueText(value)}`}
                  data-marked={marked}
                  opacity={dimmed ? 0.4 : 1}
                  onPointerEnter={() => props.onHover?.(id)}
                  onPointerLeave={() => props.onHover?.(null)}
                  onPointerUp={() => props.onSelect?.(id)}
                >
                  <rect
                    className="cluster-bar-hit"
                    x={middle - pitch / 2}
                    y={MARGIN.top}
                    width={pitch}
                    height={height + MARGIN.bottom}
                  />
                  <rect
                    x={middle - thick / 2}
                    y={y(value)}
                    width={thick}
                    height={Math.max(0, bottom - y(value))}
                    rx={Math.min(2, thick / 4)}
                    fill={colour(id, theme)}
                  />
                  {marked && (
                    <text
                      className="cluster-bar-value"
                      x={middle}
                      y={y(value) - 5}
                      textAnchor="middle"
                    >
                      {removed ? '–' : valueText(value)}
                    </text>
                  )}
                  {pitch >= 8 && (
                    <path
                      d={symbolPath(id, Math.min(4.5, pitch * 0.3))}
                      transform={`translate(${middle} ${bottom + 9})`}
                      fill={removed ? 'none' : colour(id, theme)}
                      stroke={removed ? colour(id, theme) : 'none'}
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
            })}
          </g>
        </svg>
      )}
      {placeholder != null && <PlotPlaceholder {...placeholder} />}
    </div>
  );
}

export interface WeightBarsProps {
  readonly clusters: readonly {
    readonly id: number;
    readonly weight: number;
    readonly removed: boolean;
  }[];
  readonly hovered?: number | null | undefined;
  readonly selected?: number | null | undefined;
  readonly onHover?: ((id: number | null) => void) | undefined;
  readonly onSelect?: ((id: number) => void) | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

/** Mixing weights of all clusters. */
export function WeightBars({ clusters, ...rest }: WeightBarsProps) {
  const heaviest = Math.max(0, ...clusters.map(({ weight }) => weight));
  // A few fixed ends, so that the axis does not move with every step; their halves are round, too.
  const maximum = [0.1, 0.3, 0.6].find((end) => heaviest <= end * 0.95) ?? 1;
  const bars = clusters.map(({ id, weight, removed }) => ({ id, value: weight, removed }));
  return <ClusterBars {...rest} bars={bars} quantity="weight" maximum={maximum} />;
}

export interface ResponsibilityBarsProps {
  /** K, of one point; they sum to one. */
  readonly responsibilities: ArrayLike<number>;
  readonly hovered?: number | null | undefined;
  readonly onHover?: ((id: number | null) => void) | undefined;
  readonly placeholder?: Placeholder | null | undefined;
}

/** To which clusters one point belongs, and how much. */
export function ResponsibilityBars({ responsibilities, ...rest }: ResponsibilityBarsProps) {
  const bars = Array.from(responsibilities, (value, id) => ({ id, value }));
  return <ClusterBars {...rest} bars={bars} quantity="responsibility" maximum={1} />;
}
