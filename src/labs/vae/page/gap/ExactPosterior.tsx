import { useMemo } from 'react';
import { ContourLines } from '../../../../plots/layers/ContourLines.tsx';
import { planeCovariance } from '../../../../plots/layers/ellipse.ts';
import { GaussianEllipse } from '../../../../plots/layers/GaussianEllipse.tsx';
import { massLevels, type Surface } from '../../../../plots/layers/landscapeBands.ts';
import { PosteriorLegend } from '../../../../plots/layers/PosteriorLegend.tsx';
import { latent } from '../../../../plots/plane/coordinates.ts';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import type { PlacedQ, PosteriorDensity } from '../../snapshot.ts';

interface ExactPosteriorProps {
  readonly density: PosteriorDensity | null;
  readonly q: PlacedQ | null;
  /** The two dimensions shown. */
  readonly axes: readonly [number, number];
  /** The place of q along y, where the plane is a line. */
  readonly lineY: number | null;
}

/** Parts of the posterior inside its contours; a Gaussian has the last within one standard deviation. */
const MASSES = [0.95, 0.68, 0.39];

/** The exact posterior of one observation, and the q(x) that is optimised for it. */
export default function ExactPosterior({ density, q, axes, lineY }: ExactPosteriorProps) {
  const { ink } = usePlotStyle();
  const [i, j] = axes;
  const surface = useMemo(() => density && surfaceOf(density, i), [density, i]);
  const levels = useMemo(() => surface && massLevels(surface.values, MASSES), [surface]);
  const gaussian = useMemo(() => q && gaussianOf(q, [i, j], lineY), [q, i, j, lineY]);
  return (
    <>
      {surface && levels && <ContourLines {...{ surface, levels }} colour={ink.text} />}
      {gaussian && <GaussianEllipse className="optimised-q" {...gaussian} />}
      {surface && <PosteriorLegend colour={ink.text} hasOptimised={q !== null} />}
    </>
  );
}

/** @param first the dimension along x */
function surfaceOf({ cells, x, y, values }: PosteriorDensity, first: number): Surface {
  if (first === 0) return { cells, x, y, values };
  const turned = values.map((_, at) => values[(at % cells) * cells + Math.floor(at / cells)]);
  return { cells, x: y, y: x, values: turned };
}

function gaussianOf(
  { mean, factor }: PlacedQ,
  axes: readonly [number, number],
  lineY: number | null,
) {
  const d = mean.length;
  const covariance = factor.map((_, at) => {
    const [a, b] = [Math.floor(at / d), at % d];
    let sum = 0;
    for (let k = 0; k < d; k++) sum += factor[a * d + k] * factor[b * d + k];
    return sum;
  });
  return {
    mean: latent(mean[axes[0]], lineY ?? mean[axes[1]]),
    covariance: planeCovariance(covariance, d, axes),
  };
}
