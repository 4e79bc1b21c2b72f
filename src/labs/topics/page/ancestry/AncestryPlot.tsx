import '../topics.css';
import { useMemo } from 'react';
import { linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { StepReader } from '../../../../plots/chart/StepReader.tsx';
import type { Screen } from '../../../../plots/plane/coordinates.ts';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { Individuals } from './order.ts';

export interface AncestryPlotProps {
  /** Accessible name. */
  readonly label: string;
  /** D x K */
  readonly shares: ArrayLike<number>;
  /** K: colours of the palette. */
  readonly clusters: readonly { readonly colour: number }[];
  readonly individuals: Individuals;
  /** Whether the names of the groups stand below. */
  readonly hasNames: boolean;
  readonly hovered: number | null;
  readonly selected: number | null;
  /** The individual under the pointer. */
  readonly onHover: (individual: number | null) => void;
  readonly onSelect: (individual: number) => void;
  /** An individual in words, where they are read by keys, one after the other. */
  readonly text?: ((individual: number) => string) | undefined;
}

const MARGIN = { left: 8, right: 8, top: 2, bottom: 4 } as const;
const WITH_NAMES = { ...MARGIN, bottom: 20 } as const;
const Y = linearAxis('', { low: 0, high: 1 }, { ticks: [] });

/** Individuals as columns, each filled by its shares of the clusters; groups next to each other. */
export function AncestryPlot(props: AncestryPlotProps) {
  const { individuals, label, hasNames, selected, onHover, onSelect, text } = props;
  const { order } = individuals;
  const x = useMemo(() => linearAxis('', { low: 0, high: order.length }, { ticks: [] }), [order]);
  return (
    <Chart
      label={label}
      margin={hasNames ? WITH_NAMES : MARGIN}
      x={x}
      y={Y}
      onPoint={(at, chart) => onHover(at && (order[Math.floor(chart.x.valueAt(at[0]))] ?? null))}
      onPick={([left]: Screen, chart) => {
        const picked = order[Math.floor(chart.x.valueAt(left))];
        if (picked !== undefined) onSelect(picked);
      }}
    >
      <Columns {...props} />
      {text && order.length > 0 && (
        <StepReader
          label={`${label}: individual`}
          count={order.length}
          record={Math.max(0, order.indexOf(selected ?? 0))}
          onRead={(column) => column !== null && onSelect(order[column])}
          text={(column) => text(order[column])}
        />
      )}
    </Chart>
  );
}

function Columns({
  shares,
  clusters,
  individuals,
  hasNames,
  hovered,
  selected,
}: AncestryPlotProps) {
  const { x, y, area, clip } = useChart();
  const theme = useTheme();
  const { order, groups } = individuals;
  const K = clusters.length;
  const paths = useMemo(() => {
    const parts = clusters.map(() => '');
    // Into the next column: rounding to whole pixels leaves no gap between them.
    const width = x.at(1) - x.at(0) + 0.5;
    order.forEach((individual, column) => {
      let from = 0;
      for (let k = 0; k < K; k++) {
        const to = from + shares[individual * K + k];
        parts[k] +=
          `M${x.at(column).toFixed(2)},${y.at(from).toFixed(2)}V${y.at(to).toFixed(2)}h${width.toFixed(2)}V${y.at(from).toFixed(2)}z`;
        from = to;
      }
    });
    return parts;
  }, [shares, clusters, order, K, x, y]);
  const bottom = area.top + area.height;
  return (
    <>
      <g clipPath={clip} aria-hidden="true" shapeRendering="crispEdges">
        {paths.map((path, k) => (
          <path key={clusters[k].colour} d={path} fill={colour(clusters[k].colour, theme)} />
        ))}
      </g>
      {[hovered, selected].map((individual, at) => {
        const column = individual === null ? -1 : order.indexOf(individual);
        return column < 0 ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: hovered, then selected
            key={at}
            className="topics-column"
            x={x.at(column)}
            width={Math.max(2, x.at(1) - x.at(0))}
            y={area.top}
            height={area.height}
          />
        );
      })}
      {groups.map(({ name, from, to }) => (
        <g key={name}>
          <path className="topics-border" d={`M${x.at(to)},${area.top}V${bottom}`} />
          {hasNames && (
            <text className="chart-label topics-group" x={x.at((from + to) / 2)} y={bottom + 14}>
              {name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
