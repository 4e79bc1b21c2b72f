/** The figures of the table in words. Pure functions. */

import { formatFixed } from '../../../../ui/numbers.ts';
import type { ModelFigures, ModelName } from '../../snapshot.ts';
import { type Lead, lead } from '../measuring/lead.ts';
import type { Measurements } from '../measuring/measurements.ts';
import { MODEL_TITLES, MODELS } from '../names.ts';

/** The adjusted Rand index, or why there is none. */
export function agreementInWords(
  model: ModelName,
  { adjustedRandIndex }: Pick<ModelFigures, 'adjustedRandIndex'>,
): string {
  if (model === 'vae') return '– no clusters';
  return adjustedRandIndex === null ? '– no classes' : formatFixed(adjustedRandIndex, 2);
}

/** Time of one model; models that came trained have taken none here, untrained ones none at all. */
export function secondsInWords(seconds: number, timedSteps: number, step: number): string {
  if (timedSteps === 0) return step === 0 ? '–' : '– not here';
  return seconds < 0.1 ? `${formatFixed(1000 * seconds, 0)} ms` : `${formatFixed(seconds, 1)} s`;
}

const leadInWords = ({ nats, error }: Lead) => `${formatFixed(nats, 2)} ± ${formatFixed(error, 2)}`;

function doubtInWords(model: ModelName, poorRows: number): string {
  const points = poorRows === 1 ? '1 point' : `${poorRows} points`;
  return `There are few effective samples for ${points} of the ${MODEL_TITLES[model]}: its figure is likely too low.`;
}

/** How many samples each row got; while measuring, some models have their new figures before others. */
function samplesInWords(likelihoods: Measurements['likelihoods']): string {
  const modelsOf = new Map<number, string[]>();
  for (const model of MODELS) {
    const samples = likelihoods[model]?.samples;
    if (samples === undefined) continue;
    modelsOf.set(samples, [...(modelsOf.get(samples) ?? []), MODEL_TITLES[model]]);
  }
  const groups = [...modelsOf];
  if (groups.length === 1) return `${groups[0][0]} samples each`;
  return groups
    .map(([samples, models]) => `${samples} samples for the ${models.join(' and the ')}`)
    .join(', ');
}

/** On what the likelihoods are measured, and how well. */
export function evaluationDataInWords(measured: Measurements | null): string {
  if (!measured?.figures) return 'Measuring …';
  const { evaluationData, timing } = measured.figures;
  const { gmm, vae, svae } = measured.likelihoods;
  const points =
    evaluationData.data === 'held-out'
      ? `${evaluationData.rows} fresh points of the same distribution`
      : `the ${evaluationData.rows} training points, because there are no fresh points of your own data`;
  if (!gmm || !vae || !svae) return `Measuring on ${points} …`;
  const words = [
    `Log p on ${points}: ${samplesInWords(measured.likelihoods)}, ± one standard error of the estimate.`,
  ];
  if (gmm.exact !== null) {
    words.push(
      `The exact value of the GMM is ${formatFixed(gmm.exact, 3)}; its estimate is ${formatFixed(gmm.logLikelihood, 3)}.`,
    );
  }
  words.push(
    `Point by point, SVAE minus GMM is ${leadInWords(lead(svae, gmm))}, SVAE minus VAE ${leadInWords(lead(svae, vae))}; ± includes the error from which test points were drawn.`,
  );
  for (const model of MODELS) {
    const poor = measured.likelihoods[model]?.poorRows ?? 0;
    if (poor > 0) words.push(doubtInWords(model, poor));
  }
  if (timing.steps > 0) words.push(`Timed: ${timing.steps.toLocaleString('en-US')} steps.`);
  return words.join(' ');
}
