import { useChart } from '../../../../plots/chart/Chart.tsx';
import { lineAndArea } from '../../../../plots/chart/paths.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { CurveView, DrawsView } from '../../snapshot.ts';

/** Height of the density of q, as a fraction of the chart. */
const HEIGHT = 0.55;

/** Pixels of a density that would be 1 at the height of a Gaussian with standard deviation 1. */
export const densityHeight = (density: number, areaHeight: number): number =>
  areaHeight * HEIGHT * Math.min(1.6, Math.sqrt(density * Math.sqrt(2 * Math.PI)));

/** Where q draws: the density of a Gaussian, or the share of heads of a coin. */
export function Density({ view: { q, curve } }: { readonly view: DrawsView }) {
  return 'theta' in q ? <Heads theta={q.theta} /> : <Bell curve={curve} />;
}

/** The uniform numbers that give heads. */
function Heads({ theta }: { readonly theta: number }) {
  const { area, x } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const [border, right] = [x.at(1 - theta), x.at(1)];
  return (
    <rect
      x={border}
      y={area.top}
      width={right - border}
      height={area.height}
      fill={colour}
      fillOpacity={0.12}
      aria-hidden="true"
    />
  );
}

/** Not on the axis of f: only its shape counts. Narrow ones are drawn less high than they are. */
function Bell({ curve: { x: xs, density } }: { readonly curve: CurveView }) {
  const { area, x, clip } = useChart();
  const { colour } = comparedLook('alpha', useTheme());
  const peak = Math.max(...density);
  const bottom = area.top + area.height;
  const top = densityHeight(peak, area.height);
  const at = (i: number) => bottom - (top * density[i]) / peak;
  const across = (i: number) => x.at(xs[i]);
  return (
    <g clipPath={clip} aria-hidden="true">
      <path
        d={lineAndArea(xs.length, across, at, bottom).area}
        fill={colour}
        fillOpacity={0.16}
        stroke={colour}
        strokeOpacity={0.8}
        strokeWidth={1.5}
      />
    </g>
  );
}
