import { useMemo } from 'react';
import { comparedLook } from '../../../../plots/style/divergenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import type { PlaneView } from '../../snapshot.ts';
import { PLANE } from '../layouts.ts';
import { useGestures } from '../useGestures.ts';
import { keptCurveOf, NAMES, nats } from '../words.ts';
import { CorrelationChart } from './CorrelationChart.tsx';
import { FactorsPlot } from './FactorsPlot.tsx';

const VARIANCES = [
  { of: 'forward', at: () => 1 },
  { of: 'reverse', at: (correlation: number) => 1 - correlation ** 2 },
] as const;
const LEAST = [
  { of: 'p', at: (correlation: number) => -Math.log(1 - correlation ** 2) / 2 },
] as const;

/** A correlated p and a factorised q in the plane. */
export default function PlaneStage({ view }: { readonly view: PlaneView }) {
  const gestures = useGestures();
  const theme = useTheme();
  const { fits, correlation } = view;
  const variances = useMemo(
    () => fits.map(({ direction, sds }) => ({ of: direction, value: sds[0] ** 2 })),
    [fits],
  );
  const values = useMemo(
    () => fits.map((fit) => ({ of: fit.direction, value: fit[fit.direction] })),
    [fits],
  );
  const optimal = { forward: view.forwardVariance, reverse: view.reverseVariance };
  return (
    <StageGrid
      layout={PLANE}
      panels={{
        plane: (
          <StagePanel name="A correlated p and a factorised q" part="plane" litBy={['p', 'q']}>
            <FactorsPlot
              view={view}
              onChange={({ phase, at: { mean, deviations } }) =>
                gestures.placeFactors(phase, [mean[0], mean[1]], deviations)
              }
            />
          </StagePanel>
        ),
        figures: (
          <FiguresTable
            head={['q of', 'nats', 'least', 'variances', 'best']}
            rows={fits.map((fit) => ({
              name: NAMES[fit.direction],
              colour: comparedLook(fit.direction, theme).colour,
              values: [
                nats(fit[fit.direction]),
                nats(view.least),
                fit.sds.map((sd) => formatFixed(sd * sd, 2)).join(', '),
                `${fit.direction === 'forward' ? 'Σ' : '1/Λ'} ${formatFixed(optimal[fit.direction], 2)}`,
              ],
            }))}
          />
        ),
        variances: (
          <StagePanel name="Variance of each factor" part="variances" litBy={['variances']}>
            <CorrelationChart
              label="Variance of the best factors over the correlation"
              name="variance of q"
              most={1.5}
              curves={VARIANCES}
              correlation={correlation}
              marks={variances}
              ghosts={useGhosts(keptCurveOf(view))}
            />
          </StagePanel>
        ),
        least: (
          <StagePanel
            name="Least divergence: −½ log(1 − ρ²) in both directions"
            part="least"
            litBy={['forward', 'reverse']}
          >
            <CorrelationChart
              label="Least divergence over the correlation"
              name="nats"
              most={2.2}
              curves={LEAST}
              correlation={correlation}
              marks={values}
            />
          </StagePanel>
        ),
      }}
    />
  );
}
