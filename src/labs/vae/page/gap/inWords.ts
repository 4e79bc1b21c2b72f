/** The gap of an observation as rungs and as sentences. */

import type { Ladder } from '../../../../plots/bars/GapLadder.tsx';
import { grouped } from '../../../../settings/words.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import type { GapInspection } from '../../snapshot.ts';
import type { Climb } from './gap.ts';

export const DECIMALS = 3;

/** From log p(y) down to the ELBO of the encoder's q, with what is known between the two. */
export function ladderOf(
  { logLikelihood, isExact, encoder, family }: GapInspection,
  climb: Climb | null,
): Ladder {
  const top = { name: isExact ? 'log p(y)' : 'log p(y), estimate', value: logLikelihood };
  const bottom = { name: 'ELBO, encoder’s q', value: encoder.elbo };
  if (!climb) return { rungs: [top, bottom], gaps: [{ name: 'whole gap', part: 2 }] };
  const { best, now, steps } = climb;
  const ofFamily = best[family];
  if (!ofFamily)
    return {
      rungs: [top, { name: `ELBO, q at step ${steps}`, value: now.elbo }, bottom],
      gaps: [
        { name: 'still to go', part: 2 },
        { name: 'gained by now', part: 1 },
      ],
    };
  // On a line there is nothing to be correlated with.
  if (family === 'full' || encoder.q.mean.length === 1)
    return {
      rungs: [top, { name: 'ELBO, best Gaussian', value: ofFamily.elbo }, bottom],
      gaps: [
        { name: 'lost by any Gaussian', part: 0 },
        { name: 'lost by amortisation', part: 1 },
      ],
    };
  const correlated = best.full ?? now;
  return {
    rungs: [
      top,
      {
        name: best.full ? 'ELBO, best Gaussian' : `ELBO, q at step ${steps}`,
        value: correlated.elbo,
      },
      { name: 'ELBO, best diagonal', value: ofFamily.elbo },
      bottom,
    ],
    gaps: [
      { name: 'lost by any Gaussian', part: 0 },
      { name: 'lost by the diagonal', part: 0 },
      { name: 'lost by amortisation', part: 1 },
    ],
  };
}

/** Rungs as they are written, so that differences of what is read are what is read between them. */
export const written = (value: number): number => Number(value.toFixed(DECIMALS));

/** Both gaps by their names, with numbers that add up. */
export function climbInWords(
  { logLikelihood, encoder, family }: GapInspection,
  best: Climb['best'],
): string {
  const ofFamily = best[family];
  if (!ofFamily) return '';
  const [top, middle, bottom] = [logLikelihood, ofFamily.elbo, encoder.elbo].map(written);
  const nats = (value: number) => formatFixed(value, DECIMALS);
  const split = `Approximation gap ${nats(top - middle)}, amortisation gap ${nats(middle - bottom)}, together ${nats(top - bottom)} nats.`;
  if (family === 'diagonal' || !best.diagonal) return split;
  return `${split} The best diagonal q loses ${nats(middle - written(best.diagonal.elbo))} more.`;
}

/** How far log p(y) is to be trusted. */
export function evidenceInWords({ isExact, estimate }: GapInspection): string {
  const sampled = `${formatFixed(estimate.logLikelihood, 2)} ± ${formatFixed(estimate.standardError, 2)}`;
  const draws = `${grouped(estimate.samples)} draws, of which ${formatFixed(estimate.effectiveSamples, 0)} count`;
  return isExact
    ? `log p(y) is exact, by quadrature; importance sampling gives ${sampled} (${draws}).`
    : `log p(y) is estimated by importance sampling: ${sampled} (${draws}).`;
}
