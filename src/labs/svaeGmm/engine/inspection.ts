/** One iteration of Algorithm 1 for one point, message by message, without changing the model. */
import type { Points } from '../../../datasets/dataset.ts';
import { blockAt, type MixtureLayout } from '../../../distributions/mixture.ts';
import { type TracedSweep, traceMeanField } from '../../../inference/meanField/trace.ts';
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import { naturalDirection, naturalGradientStep } from '../../../svae/naturalGradient.ts';
import type { TrainingOptions } from '../../../svae/trainer.ts';
import type { IterationInspection, MeanFieldSweep } from '../snapshot.ts';
import type { Mixture } from './mixture.ts';

export interface IterationRequest {
  readonly row: number;
  readonly mixture: Mixture;
  readonly networks: Autoencoder;
  /** eta, length P; only read. */
  readonly natural: Float64Array;
  readonly dataset: Points;
  /** N x K: the responsibilities training has arrived at; only read. */
  readonly learned: Float64Array;
  readonly options: TrainingOptions;
  /** Chooses the noise, so that looking twice at the same step shows the same sample. */
  readonly step: number;
}

/** Enough sweeps to see a point settle, few enough to step through. */
const MAX_SWEEPS = 24;
const TOLERANCE = 1e-4;

export function inspectIteration(request: IterationRequest): IterationInspection {
  const { row, mixture, networks, natural, dataset, options } = request;
  const { globals } = mixture;
  const D = dataset.dimension;
  const observation = dataset.values.slice(row * D, (row + 1) * D);
  const { precision, linear, means } = networks.potentials(observation, 1);
  const potential = { precision: precision.slice(), linear: linear.slice() };
  const potentialMean = Array.from(means);

  const expected = new Float64Array(globals.length);
  globals.expectedStatistics(natural, expected);
  const K = globals.clusters;
  const learned = request.learned.slice(row * K, (row + 1) * K);
  const random = forkRandom(request.step, `iteration ${row}`);
  const noise = Float64Array.from({ length: globals.dimension }, () => random.normal());
  const local = mixture.inferAside(
    { potentials: potential, expected, noise, rows: Int32Array.of(0) },
    learned,
  );
  // Where the local factors have arrived.
  const { sweeps, start } = traceTo(learned, globals.layout, { ...potential, expected });
  const sample = local.samples.slice();
  const { mean, variance } = networks.reconstruct(sample, 1);
  const decoded = networks.decode(sample, observation, 1);
  const dSamples = decoded.dLatents.slice();
  const { logLikelihood } = decoded;
  const { dPrecision, dLinear } = local.backward({
    dSamples: dSamples.map((slope) => -slope),
    dLocalKl: options.klWeight,
  });
  const gradients = { precision: dPrecision.slice(), linear: dLinear.slice() };

  const last = sweeps[sweeps.length - 1].responsibilities;
  const cluster = last.indexOf(Math.max(...last));
  const { statistics, direction } = wholeStep(request, expected);
  const after = natural.slice();
  const scratch = new Float64Array(natural.length);
  const stepSize = naturalGradientStep(mixture, after, direction, options.naturalStep, scratch);
  const counts = (eta: Float64Array) =>
    Float64Array.from({ length: globals.clusters }, (_, k) => eta[k] - globals.prior[k]);
  return {
    kind: 'iteration',
    row,
    observation: Array.from(observation),
    clusters: globals.summary(natural, [], statistics),
    potential: {
      mean: potentialMean,
      variance: Array.from(potential.precision, (value) => 1 / value),
      precision: Array.from(potential.precision),
      linear: Array.from(potential.linear),
    },
    start,
    sweeps: sweeps.map((sweep) => ({
      ...sweep,
      message: clusterMessage(globals.layout, expected, sweep.responsibilities),
    })),
    sample: Array.from(sample),
    noise: Array.from(noise),
    decoded: { mean: Array.from(mean), variance: Array.from(variance) },
    logLikelihood,
    localKl: local.localKl,
    gradients: {
      sample: Array.from(dSamples),
      precision: Array.from(gradients.precision, (slope) => -slope),
      linear: Array.from(gradients.linear, (slope) => -slope),
    },
    step: {
      cluster,
      before: globals.summary(natural, [], counts(natural))[cluster],
      after: globals.summary(after, [], counts(after))[cluster],
      stepSize,
      expectedCount: natural[cluster] - globals.prior[cluster] + direction[cluster],
    },
  };
}

/** How much of the start is where the point will arrive: none if uniform responsibilities lead there. */
const HEAD_STARTS = [0, 0.3, 0.6, 0.9];
/** A responsibility this far off belongs to another fixed point. */
const ELSEWHERE = 0.05;

/** Sweeps to the fixed point with these responsibilities, from as far away as leads there. */
function traceTo(
  arrived: Float64Array,
  layout: MixtureLayout,
  input: Pick<Parameters<typeof traceMeanField>[1], 'precision' | 'linear' | 'expected'>,
): { sweeps: TracedSweep[]; start: IterationInspection['start'] } {
  const options = { ...input, tolerance: TOLERANCE, maxSweeps: MAX_SWEEPS };
  let sweeps: TracedSweep[] = [];
  let start: IterationInspection['start'] = 'uniform';
  for (const share of HEAD_STARTS) {
    start = share === 0 ? 'uniform' : 'remembered';
    const from = arrived.map((r) => share * r + (1 - share) / arrived.length);
    ({ sweeps } = traceMeanField(layout, options, from));
    const last = sweeps[sweeps.length - 1].responsibilities;
    if (last.every((r, k) => Math.abs(r - arrived[k]) < ELSEWHERE)) break;
  }
  return { sweeps, start };
}

/**
 * The natural-gradient step as it would be with all points in one batch (3.20, 3.21), of which the
 * point looked at is one part in N.
 */
function wholeStep(
  { mixture, networks, natural, dataset, options, step, learned }: IterationRequest,
  expected: Float64Array,
): { statistics: Float64Array; direction: Float64Array } {
  const { rows: N, values } = dataset;
  const noise = new Float64Array(N * mixture.latentDimension);
  fillNormal(forkRandom(step, 'iteration, all points'), noise);
  const rows = Int32Array.from({ length: N }, (_, n) => n);
  const potentials = networks.potentials(values, N);
  const local = mixture.inferAside({ potentials, expected, noise, rows }, learned.slice());
  const { dLatents } = networks.decode(local.samples, values, N, -1 / N);
  const { dExpected } = local.backward({
    dSamples: Float64Array.from(dLatents),
    dLocalKl: options.klWeight / N,
  });
  const direction = new Float64Array(natural.length);
  naturalDirection(
    {
      natural,
      prior: mixture.prior,
      statistics: local.statistics,
      dExpected,
      dataRows: N,
      batchRows: N,
      klWeight: options.klWeight,
      fullNaturalGradient: options.fullNaturalGradient,
    },
    direction,
  );
  return { statistics: local.statistics, direction };
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
