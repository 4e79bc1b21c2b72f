import { useChart } from '../../../../plots/chart/Chart.tsx';
import { bandPath } from '../../../../plots/chart/paths.ts';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import type { CurveView } from '../../snapshot.ts';

/** Height of the density of q, as a fraction of the chart. */
const HEIGHT = 0.55;

/** Pixels of a density that would be 1 at the height of a Gaussian with standard deviation 1. */
export const densityHeight = (density: number, areaHeight: number): number =>
  areaHeight * HEIGHT * Math.min(1.6, Math.sqrt(density * Math.sqrt(2 * Math.PI)));

/** Not on the axis of f: only its shape counts. The heights of narrow ones grow less than they do. */
export function Density({ curve: { x: xs, density } }: { readonly curve: CurveView }) {
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
        d={bandPath(xs.length, across, () => bottom, at)}
        fill={colour}
        fillOpacity={0.16}
        stroke={colour}
        strokeOpacity={0.8}
        strokeWidth={1.5}
      />
    </g>
  );
}
