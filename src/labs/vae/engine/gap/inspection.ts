/** Answers about the gap of one row, and its mean over some rows. */
import type { Points } from '../../../../datasets/dataset.ts';
import { climb, type Gaussian } from '../../../../inference/gaussianFit/gaussianFit.ts';
import { forkRandom, type Random } from '../../../../math/random.ts';
import type { Autoencoder } from '../../../../networks/autoencoder.ts';
import type {
  GapInspection,
  OptimiseQInspection,
  PlacedQ,
  QFamily,
  VaeQuery,
} from '../../snapshot.ts';
import { requireRow } from '../requireRow.ts';
import { RowGap } from './rowGap.ts';

/** Draws that log p of one row is estimated from. */
const SAMPLES = 1000;
/** Steps of one answer at most: training waits meanwhile. */
const MOST_STEPS = 100;
/** Rows that the mean gaps are taken over. */
const MEASURED_ROWS = 50;

/** The model a question is about. */
interface Asked {
  readonly networks: Autoencoder;
  readonly dataset: Points;
  readonly seed: number;
}

export function gapOfRow(
  { row }: Extract<VaeQuery, { kind: 'gap' }>,
  { networks, dataset, seed }: Asked,
): GapInspection {
  const gap = new RowGap(networks, rowOf(dataset, row), seed);
  const q = gap.encoded();
  const sampled = gap.sample(SAMPLES, samplingOf(seed, row));
  const integral = gap.integrate();
  return {
    kind: 'gap',
    row,
    logLikelihood: integral?.logIntegral ?? sampled.logLikelihood,
    isExact: integral !== null,
    estimate: {
      logLikelihood: sampled.logLikelihood,
      standardError: sampled.standardError,
      samples: SAMPLES,
      effectiveSamples: sampled.effectiveSamples,
    },
    encoder: { q: placed(q), elbo: gap.elbo(q) },
    // On a line there is nothing to be correlated with.
    family: gap.isLine ? 'diagonal' : (networks.shape.potential ?? 'diagonal'),
    density: gap.density(integral, q),
  };
}

/** Throws a RangeError that names what is wrong with the question. */
export function optimiseQ(
  { row, family, from, steps }: Extract<VaeQuery, { kind: 'optimiseQ' }>,
  { networks, dataset, seed }: Asked,
): OptimiseQInspection {
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS)
    throw new RangeError(`q goes 1 to ${MOST_STEPS} steps at a time, not ${steps}.`);
  const gap = new RowGap(networks, rowOf(dataset, row), seed);
  const start = from === null ? gap.encoded() : gaussianOf(from, networks.shape.latentDimension);
  const fit = gap.fit(family, start, from?.radius);
  let taken = 0;
  while (taken < steps && !fit.converged) {
    fit.step();
    if (!fit.converged) taken += 1;
  }
  const q = fit.gaussian;
  return {
    kind: 'optimiseQ',
    row,
    family,
    q: { ...placed(q), radius: fit.radius },
    elbo: gap.elbo(q),
    steps: taken,
    converged: fit.converged,
  };
}

/**
 * Both gaps in nats, averaged over rows that lie evenly among the data. Between them is the best
 * Gaussian of the family that the encoder chooses from.
 */
export function meanGaps({ networks, dataset, seed }: Asked, family: QFamily) {
  const count = Math.min(dataset.rows, MEASURED_ROWS);
  let approximationGap = 0;
  let amortisationGap = 0;
  for (let k = 0; k < count; k++) {
    const row = Math.floor((k * dataset.rows) / count);
    const gap = new RowGap(networks, rowOf(dataset, row), seed);
    const encoded = gap.encoded();
    const best = gap.elbo(climb(gap.fit(family, encoded)).gaussian);
    const logLikelihood =
      gap.integrate()?.logIntegral ?? gap.sample(SAMPLES, samplingOf(seed, row)).logLikelihood;
    approximationGap += (logLikelihood - best) / count;
    amortisationGap += (best - gap.elbo(encoded)) / count;
  }
  return { approximationGap, amortisationGap, gapRows: count };
}

const samplingOf = (seed: number, row: number): Random => forkRandom(seed, `gap ${row}`);

function rowOf({ values, dimension, rows }: Points, row: number): Float32Array {
  requireRow(row, rows);
  return values.slice(row * dimension, (row + 1) * dimension);
}

const placed = ({ mean, factor }: Gaussian): PlacedQ => ({
  mean: Array.from(mean),
  factor: Array.from(factor),
});

function gaussianOf({ mean, factor, radius = 1 }: PlacedQ, d: number): Gaussian {
  if (mean.length !== d || factor.length !== d * d)
    throw new RangeError(
      `q has ${d} means and a factor of ${d * d} numbers, not ${mean.length} and ${factor.length}.`,
    );
  const bad = [...mean, ...factor, radius].find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`q has finite numbers, not ${bad}.`);
  for (let i = 0; i < d; i++)
    if (!(factor[i * (d + 1)] > 0))
      throw new RangeError(`q has deviations above 0, not ${factor[i * (d + 1)]}.`);
  if (!(radius > 0)) throw new RangeError(`A step of q has a length above 0, not ${radius}.`);
  return { mean: Float64Array.from(mean), factor: Float64Array.from(factor) };
}
