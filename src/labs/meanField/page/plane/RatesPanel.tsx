import { memo } from 'react';
import { RatesChart } from '../../../../plots/chart/RatesChart.tsx';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { HelpTip } from '../../../../ui/HelpTip.tsx';
import { formatFixed } from '../../../../ui/numbers.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import type { PlaneSnapshot } from '../../planeSnapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Plane.module.css';

const LIT_BY: readonly Highlight[] = ['rate'];
const HELP =
  'Dots: how far the mean of q is from its limit after each sweep, as a fraction of the distance at the start. Bars: correlation of a Gibbs draw with the draw that many sweeps later. On a Gaussian with two coordinates both are ρ² to the power of the sweeps, the black line, and N sweeps of Gibbs tell as much as N (1 − ρ²)/(1 + ρ²) independent draws.';

/** Coordinate ascent and Gibbs, by what a sweep leaves. */
export default memo(function RatesPanel({ snapshot }: { readonly snapshot: PlaneSnapshot }) {
  const { target, errors, chain, contraction } = snapshot;
  const name = target.names[1];
  const autocorrelation = chain?.autocorrelation ?? [];
  const look = INFERENCE_LOOK[useTheme()];
  const figures = [
    { of: 'meanField', what: 'CAVI, error left', value: errors[1] },
    { of: 'gibbs', what: 'Gibbs, lag 1', value: autocorrelation[1] },
    ...(contraction === null ? [] : [{ of: 'exact', what: 'ρ²', value: contraction } as const]),
  ] as const;
  return (
    <StagePanel
      name="Rates"
      part="rates"
      litBy={LIT_BY}
      heading={
        <span className={styles.heading}>
          What remains per sweep <HelpTip about="the rates" text={HELP} />
        </span>
      }
    >
      <div className={styles.rates}>
        <RatesChart {...{ errors, autocorrelation, contraction, name }} />
        <dl className={styles.legend} data-export="text">
          {figures.map(({ of, what, value }) => (
            <div key={of} style={{ color: look[of] }}>
              <dt>{what}</dt>
              <dd>{formatFixed(value ?? null, 3)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </StagePanel>
  );
});
