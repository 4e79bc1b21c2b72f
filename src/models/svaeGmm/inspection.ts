/** One iteration of Algorithm 1 for one point, message by message, without changing the model. */
import type { Dataset } from '../../datasets/dataset.ts';
import { blockAt, type MixtureLayout } from '../../distributions/mixture.ts';
import { traceMeanField } from '../../inference/meanFieldTrace.ts';
import { forkRandom } from '../../math/random.ts';
import type { Autoencoder } from '../../networks/autoencoder.ts';
import type { Mixture } from './mixture.ts';
import type { IterationInspection, MeanFieldSweep } from './snapshot.ts';

export interface IterationRequest {
  readonly row: number;
  readonly mixture: Mixture;
  readonly networks: Autoencoder;
  /** eta, length P; only read. */
  readonly natural: Float64Array;
  readonly dataset: Dataset;
  /** Length P: expected sufficient statistics of all points. */
  readonly statistics: Float64Array;
  /** rho */
  readonly naturalStep: number;
  /** Chooses the noise, so that looking twice at the same step shows the same sample. */
  readonly step: number;
}

/** Enough sweeps to see a point settle, few enough to step through. */
const MAX_SWEEPS = 24;
const TOLERANCE = 1e-4;

export function inspectIteration(request: IterationRequest): IterationInspection {
  const { row, mixture, networks, natural, dataset, naturalStep } = request;
  const { globals } = mixture;
  const D = dataset.dimension;
  const observation = dataset.values.slice(row * D, (row + 1) * D);
  const { precision, linear, means } = networks.potentials(observation, 1);
  const potential = { precision: precision.slice(), linear: linear.slice() };
  const potentialMean = Array.from(means);

  const expected = new Float64Array(globals.length);
  globals.expectedStatistics(natural, expected);
  const { sweeps } = traceMeanField(globals.layout, {
    ...potential,
    expected,
    tolerance: TOLERANCE,
    maxSweeps: MAX_SWEEPS,
  });

  const random = forkRandom(request.step, `iteration ${row}`);
  const noise = Float64Array.from({ length: globals.dimension }, () => random.normal());
  const local = mixture.inferAside(potential, expected, noise);
  const sample = local.samples.slice();
  const { mean, variance } = networks.reconstruct(sample, 1);
  const decoded = networks.decode(sample, observation, 1);
  const dSamples = decoded.dLatents.slice();
  // What the decoder would learn from this look must not enter the next training step.
  networks.gradient(new Float64Array(networks.layout.length));
  const { dPrecision, dLinear } = local.backward({
    dSamples: dSamples.map((slope) => -slope),
    dLocalKl: 1,
  });

  const last = sweeps[sweeps.length - 1].responsibilities;
  const cluster = last.indexOf(Math.max(...last));
  // The step of the whole data set (3.14 with 3.21), of which this point is one part in N.
  const after = natural.slice();
  for (let i = 0; i < after.length; i++) {
    after[i] += naturalStep * (globals.prior[i] + request.statistics[i] - natural[i]);
  }
  return {
    kind: 'iteration',
    row,
    observation: Array.from(observation),
    clusters: globals.summary(natural, []),
    potential: {
      mean: potentialMean,
      variance: Array.from(potential.precision, (value) => 1 / value),
      precision: Array.from(potential.precision),
      linear: Array.from(potential.linear),
    },
    sweeps: sweeps.map((sweep) => ({
      ...sweep,
      message: clusterMessage(globals.layout, expected, sweep.responsibilities),
    })),
    sample: Array.from(sample),
    noise: Array.from(noise),
    decoded: { mean: Array.from(mean), variance: Array.from(variance) },
    logLikelihood: decoded.logLikelihood,
    localKl: local.localKl,
    gradients: {
      sample: Array.from(dSamples),
      precision: Array.from(dPrecision, (slope) => -slope),
      linear: Array.from(dLinear, (slope) => -slope),
    },
    step: {
      cluster,
      before: globals.summary(natural, [])[cluster],
      after: globals.summary(after, [])[cluster],
      stepSize: naturalStep,
      expectedCount: request.statistics[cluster],
    },
  };
}

/** What the clusters together say to x, read off E[t(theta)] (length P) term by term. */
function clusterMessage(
  layout: MixtureLayout,
  expected: Float64Array,
  responsibilities: readonly number[],
): MeanFieldSweep['message'] {
  const { dimension: d, niw } = layout;
  const precision = new Array<number>(d * d).fill(0);
  const linear = new Array<number>(d).fill(0);
  responsibilities.forEach((r, k) => {
    const block = blockAt(layout, k);
    for (let i = 0; i < d; i++) linear[i] += r * expected[block + niw.linear + i];
    // The statistic is E[-Sigma^-1 / 2].
    for (let i = 0; i < d * d; i++) precision[i] -= 2 * r * expected[block + niw.quadratic + i];
  });
  return { precision, linear };
}
