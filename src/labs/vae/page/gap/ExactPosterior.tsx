import { useMemo } from 'react';
import { ContourLines } from '../../../../plots/layers/ContourLines.tsx';
import { GaussianEllipse } from '../../../../plots/layers/GaussianEllipse.tsx';
import { massLevels } from '../../../../plots/layers/landscapeBands.ts';
import { PosteriorLegend } from '../../../../plots/layers/PosteriorLegend.tsx';
import { usePlotStyle } from '../../../../plots/style/style.ts';
import type { PosteriorPicture } from './posteriorPicture.ts';

/** Parts of the posterior inside its contours; a Gaussian has the last within one standard deviation. */
const MASSES = [0.95, 0.68, 0.39];

/** The exact posterior of one observation, and the q(x) that is optimised for it. */
export default function ExactPosterior({ surface, q }: PosteriorPicture) {
  const { ink } = usePlotStyle();
  const levels = useMemo(() => surface && massLevels(surface.values, MASSES), [surface]);
  return (
    <>
      {surface && levels && <ContourLines {...{ surface, levels }} colour={ink.text} />}
      {q && <GaussianEllipse className="optimised-q" {...q} />}
      {surface && <PosteriorLegend colour={ink.text} hasOptimised={q !== null} />}
    </>
  );
}
