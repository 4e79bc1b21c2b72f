import { ghostStyle } from '../style/ghostStyle.ts';
import { useTheme } from '../style/theme.ts';
import { useChart } from './Chart.tsx';
import { Curve } from './Curve.tsx';
import { type Ghost, letterOf } from './ghost.ts';
import { spreadLabels } from './labelPlacement.ts';

const RADIUS = 7;
const GAP = 2 * RADIUS + 2;

/** Lines of other runs, each with its letter at its end. */
export default function Ghosts({ ghosts }: { readonly ghosts: readonly Ghost[] }) {
  const { x, y, area } = useChart();
  const theme = useTheme();
  const [left, right] = [area.left + RADIUS, area.left + area.width - RADIUS];
  const [top, bottom] = [area.top + RADIUS, area.top + area.height - RADIUS];
  const ends = ghosts.map(({ xs, values }) => {
    let last = values.length - 1;
    while (last > 0 && !Number.isFinite(values[last])) last -= 1;
    const height = y.at(values[last] ?? Number.NaN);
    return {
      at: Math.min(right, Math.max(left, x.at(xs[last] ?? 0))),
      height: Number.isFinite(height) ? Math.min(bottom, Math.max(top, height)) : bottom,
    };
  });
  const heights = apart(ends, top, bottom);
  return (
    <>
      {ghosts.map(({ mark, xs, values }) => (
        <Curve key={mark} xs={xs} values={values} {...ghostStyle(mark, theme)} />
      ))}
      <g role="list" aria-label="Kept runs">
        {ghosts.map(({ mark, name }, index) => (
          <g
            key={mark}
            role="listitem"
            aria-label={name}
            transform={`translate(${ends[index].at} ${heights[index]})`}
          >
            <circle
              className="chart-ghost-end"
              r={RADIUS}
              stroke={ghostStyle(mark, theme).colour}
            />
            <text className="chart-ghost-letter" dy="0.35em" textAnchor="middle">
              {letterOf(mark)}
            </text>
          </g>
        ))}
      </g>
    </>
  );
}

/** The heights of ends, those next to one another moved apart. */
function apart(
  ends: readonly { readonly at: number; readonly height: number }[],
  top: number,
  bottom: number,
): readonly number[] {
  const heights = ends.map(({ height }) => height);
  const order = ends.map((_, index) => index).sort((a, b) => ends[a].at - ends[b].at);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && ends[order[to]].at - ends[order[to - 1]].at < GAP) to += 1;
    const group = order.slice(from, to);
    const wishes = group.map((index) => heights[index]);
    const placed = spreadLabels(wishes, GAP, top, bottom);
    group.forEach((index, i) => {
      heights[index] = placed[i];
    });
    from = to;
  }
  return heights;
}
