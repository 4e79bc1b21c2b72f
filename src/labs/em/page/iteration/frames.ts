/**
 * An iteration of EM in slow motion: an E-step for one point, an M-step for one cluster. Of each stage a
 * sentence, and the formula with its numbers.
 */
import { MODEL_DISTANCE } from '../../../../datasets/columnUnits.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { distanceText, ownCovarianceTexts, ownPlace, ownTexts } from '../../../shared/ownPlace.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import {
  texColumnOf,
  texMatrixOf,
  texNumber,
  texOf,
} from '../../../shared/slowMotion/texNumbers.ts';
import type { EmAlgorithm } from '../../settings.ts';
import type { EmIterationInspection } from '../../snapshot.ts';

export const stageNames = {
  distances: 'Distances',
  joint: 'Log joint',
  softmax: 'Softmax',
  responsibilities: 'Responsibilities',
  count: 'Count',
  mean: 'Weighted mean',
  covariance: 'Covariance',
} as const;

export type IterationStage = keyof typeof stageNames;

/** Whether a stage is of the E-step, about the point, or of the M-step, about the cluster. */
export const isOfPoint = (stage: IterationStage): boolean =>
  ['distances', 'joint', 'softmax', 'responsibilities'].includes(stage);

/** Rows of formulas that fit beside one another: the clusters the point belongs to most. */
const SHOWN = 3;

interface FrameContext {
  readonly algorithm: EmAlgorithm;
  /** How places are read, and in what distances are. */
  readonly data: Partial<Pick<Dataset, 'units' | 'distance'>>;
}

type Writer = (inspection: EmIterationInspection, context: FrameContext) => FrameText;

/** Clusters in the order of their posterior for the point, at most `SHOWN`. */
function nearestClusters({ point }: EmIterationInspection): readonly number[] {
  return point.logJoint
    .map((_, k) => k)
    .sort((a, b) => point.logJoint[b] - point.logJoint[a])
    .slice(0, SHOWN);
}

/** "k = 2" by the numbers on the page. */
const name = (k: number): string => String(k + 1);
/** All coordinates of a mean. */
const place = (mean: readonly number[], { data }: FrameContext): string =>
  ownPlace(mean, data.units, mean.length);

const distances: Writer = (inspection, { data }) => {
  const { point } = inspection;
  const shown = nearestClusters(inspection);
  const away = (value: number) => distanceText(value, data.distance ?? MODEL_DISTANCE);
  const nearest = point.distances.indexOf(Math.min(...point.distances));
  return {
    sentence: `Point ${point.row + 1} is nearest to mean ${name(nearest)}: ${away(point.distances[nearest])}${data.distance?.unit === 'standard deviations' ? ' standard deviations' : ''} away.`,
    tex: lines(
      ...shown.map(
        (k) =>
          String.raw`\lVert x_n - \mu_{${name(k)}} \rVert &= ${texOf(away(point.distances[k]))}`,
      ),
    ),
    label: 'The distance of point n from the means of the clusters nearest to it.',
  };
};

const joint: Writer = (inspection, { algorithm }) => {
  const { point } = inspection;
  const shown = nearestClusters(inspection);
  const isBayesian = algorithm === 'bayesian-gmm';
  const term = isBayesian
    ? String.raw`\mathbb E[\log \pi_k\, \mathcal N(x_n; \mu_k, \Sigma_k)]`
    : String.raw`\log \pi_k + \log \mathcal N(x_n; \mu_k, \Sigma_k)`;
  return {
    sentence: isBayesian
      ? 'How likely is the point together with each cluster, on average over the distribution *q* of the parameters?'
      : 'How likely is the point together with each cluster? Weight and density multiply, so their logarithms add.',
    tex: lines(
      String.raw`\ell_k &= ${term}`,
      ...shown.map((k) => String.raw`\ell_{${name(k)}} &= ${texNumber(point.logJoint[k], 2)}`),
    ),
    label:
      'l k is the logarithm of the weight of cluster k plus the logarithm of its density at the point.',
  };
};

const softmax: Writer = (inspection) => {
  const { point } = inspection;
  const shown = nearestClusters(inspection);
  const most = point.logJoint[shown[0]];
  return {
    sentence:
      'Only differences matter. The largest value is subtracted from all, so that no exponential overflows; then the exponentials are divided by their sum.',
    tex: lines(
      ...shown.map(
        (k) =>
          String.raw`e^{\ell_{${name(k)}} - \ell_{${name(shown[0])}}} &= e^{${texNumber(point.logJoint[k] - most, 2)}} = ${texNumber(Math.exp(point.logJoint[k] - most), 4)}`,
      ),
    ),
    label: 'The exponential of l k minus the largest l, for the clusters nearest to the point.',
  };
};

const responsibilities: Writer = (inspection, { algorithm }) => {
  const shown = nearestClusters(inspection);
  const isHard = algorithm === 'k-means';
  return {
    sentence: isHard
      ? `k-means assigns the whole point to the nearest cluster, ${name(shown[0])}.`
      : `These are the responsibilities: cluster ${name(shown[0])} gets ${formatFixed(100 * inspection.shares[shown[0]], 1)} % of the point.`,
    tex: lines(
      isHard
        ? String.raw`q_{nk} &= [k = \arg\max_j \ell_j]`
        : String.raw`q_{nk} &= e^{\ell_k} / \textstyle\sum_j e^{\ell_j}`,
      ...shown.map((k) => `q_{n${name(k)}} &= ${texNumber(inspection.shares[k], 4)}`),
    ),
    label: isHard
      ? 'q is one for the cluster with the largest l, and zero for all others.'
      : 'q of cluster k is the exponential of l k over the sum of all of them.',
  };
};

const count: Writer = ({ cluster, count: sum, after }, { algorithm }) => {
  const hasWeight = algorithm === 'gmm' || algorithm === 'soft-k-means';
  const k = name(cluster);
  return {
    sentence: `Now the M-step, for cluster ${k}: its responsibilities for all points add up to ${formatFixed(sum, 2)} points.`,
    tex: lines(
      String.raw`N_{${k}} &= \textstyle\sum_n q_{n${k}} = ${texNumber(sum, 2)}`,
      ...(hasWeight
        ? [String.raw`\pi_{${k}} &= N_{${k}} / N = ${texNumber(after.weight, 4)}`]
        : []),
    ),
    label: 'N k is the sum of the responsibilities of cluster k; its weight is N k over N.',
  };
};

const mean: Writer = ({ cluster, before, after, count: sum }, context) => {
  const { algorithm, data } = context;
  const column = (values: readonly number[]) => texColumnOf(ownTexts(values, data.units));
  const k = name(cluster);
  const isBayesian = algorithm === 'bayesian-gmm';
  if (after.empty && !isBayesian) {
    return {
      sentence: `Cluster ${k} has no responsibility for any point. There is nothing to average, so its mean stays at ${place(before.mean, context)}.`,
      tex: lines(String.raw`\mu_{${k}} &= ${column(before.mean)}`),
      label: 'The mean of the cluster stays where it is.',
    };
  }
  const pull = isBayesian ? ', together with the prior,' : '';
  return {
    sentence: `The mean becomes the average of all points${pull} weighted by responsibility. It moves from ${place(before.mean, context)} to ${place(after.mean, context)}.`,
    tex: lines(
      isBayesian
        ? String.raw`m_{${k}} &= \frac{\kappa_0 m_0 + \sum_n q_{n${k}}\, x_n}{\kappa_0 + ${texNumber(sum, 2)}}`
        : String.raw`\mu_{${k}} &= \tfrac{1}{${texNumber(sum, 2)}} \textstyle\sum_n q_{n${k}}\, x_n`,
      `&= ${column(after.mean)}`,
    ),
    label: isBayesian
      ? 'The mean of the cluster is that of the prior times its strength plus the sum of all points, each times its responsibility, over the strength plus N k.'
      : 'The mean of the cluster is the sum of all points, each times its responsibility, over N k.',
  };
};

const covariance: Writer = ({ cluster, after, count: sum }, { algorithm, data }) => {
  const k = name(cluster);
  const d = after.mean.length;
  const matrix = texMatrixOf(ownCovarianceTexts(after.covariance, data.units).map(texOf), d);
  if (algorithm === 'k-means' || algorithm === 'soft-k-means') {
    return {
      sentence:
        'Here all clusters are round and equally wide. The width is a setting and does not change.',
      tex: lines(String.raw`\Sigma_{${k}} &= \sigma^2 I = ${matrix}`),
      label: 'The covariance is sigma squared times the identity.',
    };
  }
  if (algorithm === 'bayesian-gmm') {
    return {
      sentence:
        'The covariance combines the scatter around the new mean with that of the prior. The degrees of freedom count the points and those of the prior.',
      tex: lines(
        String.raw`\nu_{${k}} &= \nu_0 + ${texNumber(sum, 2)}`,
        String.raw`\Psi_{${k}} &= \Psi_0 + \textstyle\sum_n q_{n${k}}\, x_n x_n^{\top} + \kappa_0 m_0 m_0^{\top} - \kappa_{${k}} m_{${k}} m_{${k}}^{\top}`,
        String.raw`\Psi_{${k}} / \nu_{${k}} &= ${matrix}`,
      ),
      label:
        'Psi k is that of the prior plus the scatter of the points about the new mean; shown is Psi k over nu k, its degrees of freedom.',
    };
  }
  if (after.empty) {
    return {
      sentence: `Cluster ${k} has no responsibility for any point, so there is no scatter, and its covariance stays.`,
      tex: lines(String.raw`\Sigma_{${k}} &= ${matrix}`),
      label: 'The covariance of the cluster stays as it is.',
    };
  }
  const scatter = String.raw`\tfrac{1}{N_{${k}}} \textstyle\sum_n q_{n${k}} (x_n{-}\mu_{${k}})(x_n{-}\mu_{${k}})^{\top}`;
  const inWords =
    'the sum over points of responsibility times the outer product of the distance from the mean, over N k';
  if (after.singular) {
    return {
      sentence:
        'The weighted scatter around the new mean has collapsed onto a point or a line. Variances below the smallest width allowed are raised to it.',
      tex: lines(
        `A_{${k}} &= ${scatter}`,
        String.raw`\Sigma_{${k}} &= A_{${k}} \text{ with eigenvalues} \ge \sigma_{\min}^2`,
        `&= ${matrix}`,
      ),
      label: `A k is ${inWords}. The covariance is A k with its eigenvalues raised to the square of the smallest width.`,
    };
  }
  return {
    sentence: 'The covariance is the weighted scatter around the new mean.',
    tex: lines(String.raw`\Sigma_{${k}} &= ${scatter}`, `&= ${matrix}`),
    label: `The covariance is ${inWords}.`,
  };
};

const writers: Readonly<Record<IterationStage, Writer>> = {
  distances,
  joint,
  softmax,
  responsibilities,
  count,
  mean,
  covariance,
};

export const describeFrame = (
  inspection: EmIterationInspection,
  { stage }: { readonly stage: IterationStage },
  algorithm: EmAlgorithm,
  data: FrameContext['data'] = {},
): FrameText => writers[stage](inspection, { algorithm, data });
