/** What there is to say about each frame: one sentence, and the formula with its numbers. */
import type { ColumnUnits } from '../../../../datasets/columnUnits.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { inBrackets, ownPlace, ownSpreads } from '../../../shared/ownPlace.ts';
import { centred, type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import {
  decimalsFor,
  diagonal,
  sum,
  texColumn,
  texMatrix,
  texNumber,
} from '../../../shared/slowMotion/texNumbers.ts';
import type { IterationInspection } from '../../snapshot.ts';
import type { IterationFrame, IterationStage } from './frames.ts';

/** @param units how places among the data are read */
type Writer = (
  inspection: IterationInspection,
  frame: IterationFrame,
  units?: ColumnUnits,
) => FrameText;

/** "(1.20, −3.45)", of more than two numbers the first two. */
function pair(values: readonly number[], decimals = 2): string {
  const shown = values.slice(0, 2).map((value) => formatFixed(value, decimals));
  return `(${shown.join(', ')}${values.length > 2 ? ', …' : ''})`;
}

const encode: Writer = ({ observation, potential }, _frame, units) => {
  const { mean, variance, precision, linear } = potential;
  const shown = [...precision, ...linear, ...mean];
  const decimals = decimalsFor(shown);
  const column = (values: readonly number[]) => texColumn(values, decimals);
  const spread = variance.map(Math.sqrt);
  return {
    sentence: `The encoder looks at *y* = ${ownPlace(observation, units, 2)} and gives a node potential near ${pair(mean)}, give or take ${pair(spread)}.`,
    tex: lines(
      String.raw`J &= ${column(precision)} \quad h = ${column(linear)}`,
      `h / J &= ${column(mean)}`,
    ),
    label: 'Precision J and linear term h of the node potential; its centre is h over J.',
  };
};

const infer: Writer = ({ potential, start, sweeps }, { sweep }) => {
  const { message, responsibilities } = sweeps[sweep];
  const d = potential.precision.length;
  const own = diagonal(potential.precision);
  const ever = sweeps.flatMap((state) => sum(own, state.message.precision));
  const decimals = decimalsFor([...ever, ...own], 3);
  const matrix = (values: readonly number[]) => texMatrix(values, d, decimals);
  return {
    sentence: inferSentence(sweep, sweeps.length, responsibilities, start),
    tex: centred(
      String.raw`\mathrm{diag}(J) + \textstyle\sum_k r_k\, \mathbb E[\Sigma_k^{-1}] = \Lambda`,
      `${matrix(own)} + ${matrix(message.precision)} = ${matrix(sum(own, message.precision))}`,
    ),
    label:
      'Diagonal J of the node potential plus the responsibility-weighted precisions of the clusters is the precision Lambda of q of x.',
  };
};

function inferSentence(
  sweep: number,
  count: number,
  r: readonly number[],
  start: IterationInspection['start'],
): string {
  const likeliest = r.indexOf(Math.max(...r));
  const leader = `cluster ${likeliest + 1} has ${formatFixed(r[likeliest], 2)}`;
  if (sweep === 0 && start === 'remembered') {
    return `From equal responsibilities the sweeps would end at another fixed point than the one training has found, so they start closer to it: ${leader}.`;
  }
  if (sweep === 0) {
    return 'Before the first sweep all clusters have equal responsibilities; *q(x)* combines the node potential with all of them.';
  }
  if (sweep === count - 1) {
    return `Sweep ${sweep}: nothing changes any more. This is the fixed point; ${leader}.`;
  }
  return `Sweep ${sweep}: first the responsibilities given *q(x)*, then *q(x)* given them; ${leader}.`;
}

const sample: Writer = ({ sweeps, sample: x, noise }, { sweep }) => {
  const { mean } = sweeps[sweep];
  const offset = x.map((value, i) => value - mean[i]);
  const decimals = decimalsFor([...x, ...mean, ...offset]);
  const column = (values: readonly number[]) => texColumn(values, decimals);
  return {
    sentence: `Noise *ε* = ${pair(noise)} is scaled to the shape of *q(x)* and added to its mean, so that a gradient at *x* becomes a gradient of *q(x)*.`,
    tex: lines(
      String.raw`x &= m + L^{-\top}\varepsilon, \qquad \Lambda = L L^{\top}`,
      `${column(x)} &= ${column(mean)} + ${column(offset)}`,
    ),
    label:
      'The sample x is the mean m plus the inverse transposed Cholesky factor of Lambda times the noise epsilon.',
  };
};

const decode: Writer = ({ decoded, logLikelihood, localKl }, _frame, units) => {
  const spread = ownSpreads(decoded.variance.map(Math.sqrt), units);
  const number = (value: number) => texNumber(value, 3);
  return {
    sentence: `From *x* the decoder expects *y* near ${ownPlace(decoded.mean, units, 2)}, give or take ${inBrackets(spread, 2)}.`,
    tex: lines(
      String.raw`\log p_\gamma(y \mid x) - \mathrm{KL} &= \mathcal L_n`,
      String.raw`${number(logLikelihood)} - ${parenthesised(number(localKl))} &= ${number(logLikelihood - localKl)}\ \mathrm{nats}`,
    ),
    label:
      'The log likelihood of y given x minus the local Kullback-Leibler divergence is what this point adds to the ELBO.',
  };
};

const parenthesised = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

const gradients: Writer = (inspection) => {
  const atSample = inspection.gradients.sample;
  const atCentre = slopeAtCentre(inspection);
  const decimals = decimalsFor([...atSample, ...atCentre]);
  return {
    sentence:
      'The gradient of the decoder at *x* flows back through the fixed point. Together with the gradient of the local KL it moves the node potential.',
    tex: lines(
      String.raw`\frac{\partial \log p_\gamma}{\partial x} &= ${texColumn(atSample, decimals)}`,
      String.raw`J \odot \frac{\partial \mathcal L_n}{\partial h} &= ${texColumn(atCentre, decimals)}`,
    ),
    label:
      'The gradient of the log-likelihood at the sample, and the gradient of the ELBO at the centre of the node potential, J times the gradient with respect to h; nats per unit of latent space.',
  };
};

/** Gradient of the ELBO with respect to the centre h / J, with J fixed: nats per latent unit. */
export function slopeAtCentre({ potential, gradients: { linear } }: IterationInspection): number[] {
  return potential.precision.map((precision, i) => precision * linear[i]);
}

const update: Writer = ({ sweeps, step }, { sweep }) => {
  const { cluster, before, after, stepSize, expectedCount } = step;
  const share = sweeps[sweep].responsibilities[cluster];
  const decimals = decimalsFor([before.count, expectedCount]);
  const number = (value: number) => texNumber(value, decimals);
  const moved = after.mean.map((value, i) => value - before.mean[i]);
  const mean = Math.max(2, decimalsFor(moved, 2));
  return {
    sentence: `Each point sends its expected statistics, this one with responsibility ${formatFixed(share, 2)} to cluster ${cluster + 1}. The cluster moves a fraction *ρ* = ${stepSize} of the way towards them.`,
    tex: lines(
      String.raw`\eta &\leftarrow \eta + \rho\,\bigl(\eta^0 + \textstyle\sum_n \mathbb E_q[t_n] - \eta\bigr)`,
      String.raw`N_k\colon\ ${number(after.count)} &= ${number(before.count)} + ${stepSize}\,(${number(expectedCount)} - ${number(before.count)})`,
      String.raw`\mu_k\colon\ ${texColumn(after.mean, mean)} &\leftarrow ${texColumn(before.mean, mean)}`,
    ),
    label:
      'The natural parameters eta move by rho times the prior plus the expected statistics of all points minus eta. Below, the count and the mean of the cluster.',
  };
};

const writers: Readonly<Record<IterationStage, Writer>> = {
  encode,
  infer,
  sample,
  decode,
  gradients,
  update,
};

export const describeFrame: Writer = (inspection, frame, units) =>
  writers[frame.stage](inspection, frame, units);
