import { useMemo } from 'react';
import { type AxisOf, linearAxis } from '../../../../plots/chart/axes.ts';
import { Chart, useChart } from '../../../../plots/chart/Chart.tsx';
import { ChartHandle } from '../../../../plots/chart/ChartHandle.tsx';
import { type Ghost, NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { LaterGhosts } from '../../../../plots/chart/LaterGhosts.tsx';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { BarsView } from '../../snapshot.ts';
import { PLOT_MARGIN } from '../axes.ts';
import type { DivergenceGestures } from '../gestures.ts';

export interface BarsChartProps {
  readonly view: BarsView;
  readonly gestures: DivergenceGestures;
  /** q of runs that are kept. */
  readonly ghosts?: readonly Ghost[];
}

/** Half of the width of a bar, and how far it is from the middle of its outcome. */
const HALF = 0.15;
const ASIDE = { p: -0.19, q: 0.19 } as const;

/** Outcomes, or what they are merged to, from the left. */
export const outcomesAxis = (texts: readonly string[], name: string): AxisOf =>
  linearAxis(
    name,
    { low: 0.4, high: texts.length + 0.6 },
    { ticks: texts.map((_, i) => i + 1), text: (tick) => texts[tick - 1] },
  );

/** p and q side by side for each outcome; the tops of the bars are dragged. */
export function BarsChart({ view, gestures, ghosts = NO_GHOSTS }: BarsChartProps) {
  const n = view.p.length;
  const highest = Math.max(...view.p, ...view.q, ...view.mergedP, ...view.mergedQ);
  const high = Math.min(1, Math.ceil(5 * (highest + 0.02)) / 5);
  const x = useMemo(
    () =>
      outcomesAxis(
        Array.from({ length: n }, (_, i) => String(i + 1)),
        'outcome',
      ),
    [n],
  );
  const y = useMemo(() => linearAxis('probability', { low: 0, high }), [high]);
  return (
    <Chart label="Both distributions" margin={PLOT_MARGIN} x={x} y={y}>
      <Groups view={view} />
      {(['p', 'q'] as const).map((of) => (
        <Distribution key={of} of={of} shares={view[of]} gestures={gestures} />
      ))}
      <LaterGhosts ghosts={ghosts} />
    </Chart>
  );
}

/** Bars that are merged, as one. */
function Groups({ view }: { readonly view: BarsView }) {
  const { x, y, clip } = useChart();
  const theme = useTheme();
  const { groups, p } = view;
  return (
    <g clipPath={clip} aria-hidden="true">
      {groups.map((first, group) => {
        const last = (groups[group + 1] ?? p.length) - 1;
        if (first === last) return null;
        return (['p', 'q'] as const).map((of) => {
          const share = (of === 'p' ? view.mergedP : view.mergedQ)[group];
          const middle = (first + last) / 2 + 1;
          const width = x.at(last + 1.4) - x.at(first + 0.6);
          const left = x.at(middle) + (of === 'p' ? -width / 2 : 0);
          const { colour } = comparedLook(of === 'p' ? 'p' : 'alpha', theme);
          return (
            <rect
              key={`${of} ${first}`}
              x={left}
              y={y.at(share)}
              width={width / 2}
              height={y.at(0) - y.at(share)}
              fill={colour}
              fillOpacity={0.14}
              stroke={colour}
              strokeDasharray="4 3"
            />
          );
        });
      })}
    </g>
  );
}

interface DistributionProps {
  readonly of: 'p' | 'q';
  readonly shares: Float64Array;
  readonly gestures: DivergenceGestures;
}

function Distribution({ of, shares, gestures }: DistributionProps) {
  const { x, y } = useChart();
  const { colour } = comparedLook(of === 'p' ? 'p' : 'alpha', useTheme());
  const width = x.at(2 * HALF) - x.at(0);
  return Array.from(shares, (share, i) => {
    const middle = i + 1 + ASIDE[of];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an outcome is its place in the list
      <g key={i}>
        <rect
          x={x.at(middle) - width / 2}
          y={y.at(share)}
          width={width}
          height={Math.max(0, y.at(0) - y.at(share))}
          fill={colour}
          fillOpacity={of === 'p' ? 0.75 : 0.6}
        />
        {i === 0 && (
          <text
            className="chart-name"
            x={x.at(middle)}
            y={y.at(share) - 14}
            fill={colour}
            textAnchor="middle"
          >
            {of}
          </text>
        )}
        <ChartHandle
          at={[middle, share]}
          along="y"
          name={`Outcome ${i + 1} under ${of}`}
          text={formatFixed(share, 3)}
          mark={of === 'p' ? 'circle' : 'diamond'}
          colour={colour}
          onMove={gestures.moveBar(of, i)}
        />
      </g>
    );
  });
}
