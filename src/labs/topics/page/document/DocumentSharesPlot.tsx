import '../topics.css';
import { useMemo } from 'react';
import { linearAxis, rowsAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { TopicLook } from '../looks.ts';

export interface DocumentSharesPlotProps {
  /** K: q(theta) = Dirichlet(gamma). Null until it is inferred: the place is kept. */
  readonly gamma: ArrayLike<number> | null;
  readonly looks: readonly TopicLook[];
  readonly hovered: number | null;
  readonly onHover: (topic: number | null) => void;
}

const ROW = 19;
/** Small shares are left out, and all beyond the first few. */
const LEAST_SHARE = 0.01;
const LEAST_ROWS = 3;
const MOST_ROWS = 6;
const MARGIN = { left: 112, right: 46, top: 8, bottom: 22 } as const;
/** Width of a letter of a name, at most, pixels: short names leave their room to the bars. */
const LETTER = 6.5;
const X = linearAxis(
  '',
  { low: 0, high: 1 },
  { ticks: [0, 0.5, 1], text: (share) => `${100 * share} %` },
);

const heightOf = (rows: number): number => rows * ROW + MARGIN.top + MARGIN.bottom;

/** Mean and standard deviation of each share under a Dirichlet distribution. */
export function dirichletMoments(gamma: ArrayLike<number>) {
  const all = Array.from(gamma).reduce((a, b) => a + b, 0);
  return Array.from(gamma, (value) => {
    const mean = value / all;
    return { mean, deviation: Math.sqrt((mean * (1 - mean)) / (all + 1)) };
  });
}

/** The largest shares of a document, the largest first, each with its mean and ± a standard deviation. */
export function DocumentSharesPlot({ gamma, looks, ...pointing }: DocumentSharesPlotProps) {
  const rows = useMemo(
    () =>
      dirichletMoments(gamma ?? [])
        .map((moments, k) => ({ ...moments, look: looks[k] }))
        .filter(({ look }) => look !== undefined)
        .toSorted((a, b) => b.mean - a.mean)
        .filter(({ mean }, row) => row < LEAST_ROWS || (row < MOST_ROWS && mean >= LEAST_SHARE)),
    [gamma, looks],
  );
  const y = useMemo(
    () => rowsAxis('', rows.length, 1, (row) => rows[row]?.look.name ?? ''),
    [rows],
  );
  const longest = Math.max(...looks.map(({ name }) => name.length), 0);
  const left = Math.min(MARGIN.left, 12 + LETTER * longest);
  const margin = useMemo(() => ({ ...MARGIN, left }), [left]);
  return (
    // Training changes how many rows there are, but moves nothing below them.
    <div style={{ flex: 'none', height: heightOf(Math.min(MOST_ROWS, looks.length)) }}>
      {gamma && (
        <div style={{ height: heightOf(rows.length) }}>
          <Chart
            label="Shares of the topics in this document"
            className="topics-low"
            margin={margin}
            x={X}
            y={y}
          >
            <Bars rows={rows} {...pointing} />
          </Chart>
        </div>
      )}
    </div>
  );
}

interface BarsProps extends Pick<DocumentSharesPlotProps, 'hovered' | 'onHover'> {
  readonly rows: readonly {
    readonly look: TopicLook;
    readonly mean: number;
    readonly deviation: number;
  }[];
}

function Bars({ rows, hovered, onHover }: BarsProps) {
  const { x, y, area } = useChart();
  const theme = useTheme();
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  return (
    <g role="list" aria-label="Shares">
      {rows.map(({ look, mean, deviation }, row) => {
        const at = y.at(row + 0.5);
        const [low, high] = [Math.max(0, mean - deviation), Math.min(1, mean + deviation)];
        return (
          <g
            key={look.id}
            role="listitem"
            aria-label={`${look.name}: ${percent(mean)} ± ${percent(deviation)}`}
            opacity={hovered === null || hovered === look.id ? 1 : 0.4}
            onPointerEnter={() => onHover(look.id)}
            onPointerLeave={() => onHover(null)}
          >
            <rect x={0} width={area.left + area.width} y={at - ROW / 2} height={ROW} opacity={0} />
            <rect
              x={x.at(0)}
              width={Math.max(0, x.at(mean) - x.at(0))}
              y={at - 6}
              height={12}
              rx={2}
              fill={colour(look.colour, theme)}
            />
            <path
              className="topics-spread"
              d={`M${x.at(low)},${at}H${x.at(high)}M${x.at(low)},${at - 4}v8M${x.at(high)},${at - 4}v8`}
            />
            <text className="chart-label topics-value" x={x.at(high) + 6} y={at} dy="0.34em">
              {percent(mean)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
