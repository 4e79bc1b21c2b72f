/** Figures of the lab in words. */
import { formatFixed } from '../../../ui/numbers.ts';
import { NAMES, type Parameter } from '../names.ts';
import type { EstimatesView, Place, RacerView } from '../snapshot.ts';

export const PARAMETER_NAMES: Readonly<Record<Parameter, string>> = {
  mean: 'the mean',
  sd: 'the standard deviation',
  theta: 'θ',
};

export const racerName = (id: RacerView['id']): string =>
  id === 'exact' ? 'Exact gradient' : NAMES[id];

export const placeInWords = (q: Place): string =>
  'theta' in q
    ? `θ ${formatFixed(q.theta, 2)}`
    : `mean ${formatFixed(q.mean, 2)}, standard deviation ${formatFixed(q.sd, 2)}`;

/** A bias smaller than this is rounding. */
const NO_BIAS = 1e-7;

export const biasOf = ({ exactMean }: EstimatesView, gradient: number): number => {
  const bias = exactMean - gradient;
  return Math.abs(bias) < NO_BIAS * Math.max(1, Math.abs(gradient)) ? 0 : bias;
};

/** The error that draws are to bring an average down to, as a share of the gradient. */
const WANTED = 0.1;

/** Draws for a standard error of a tenth of the gradient: "1,240"; "never" where a bias is larger. */
export function drawsNeeded(estimates: EstimatesView, gradient: number): string {
  if (Math.abs(gradient) < 1e-9) return '–';
  if (Math.abs(biasOf(estimates, gradient)) > WANTED * Math.abs(gradient)) return 'never';
  const draws = Math.ceil(estimates.exactVariance / (WANTED * gradient) ** 2);
  return draws > 1e9 ? '> 10⁹' : Math.max(1, draws).toLocaleString('en-US');
}
