/** One datum with a known log evidence: what is exact about its bounds. */
import {
  importanceWeightedBound,
  QUICK,
  type WeightTransform,
  weightTransform,
} from '../../../inference/importanceWeighting/exactBound.ts';
import { implicitDensityAt } from '../../../inference/importanceWeighting/implicitProposal.ts';
import {
  elboOf,
  type LinearGaussianDatum,
  logWeightAt,
  posteriorOf,
  secondMomentOfWeights,
} from '../../../inference/importanceWeighting/linearGaussianDatum.ts';
import type { BoundsSettings } from '../settings.ts';
import type { DatumView, Gaussian } from '../snapshot.ts';

/** Numbers of draws that are measured. */
export const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Of the exact line: whole numbers at about equal ratios, and those that are measured. */
const ON_LINE = [
  ...new Set([...Array.from({ length: 61 }, (_, i) => Math.round(10 ** (i / 20))), ...SIZES]),
].sort((one, other) => one - other);
/** Ends of the picture of the densities, and its places. */
const END = 5;
const PLACES = 161;
const Z = Float32Array.from({ length: PLACES }, (_, i) => END * ((2 * i) / (PLACES - 1) - 1));

const datumOf = ({ x, mean, sd }: BoundsSettings): LinearGaussianDatum => ({
  ...{ x, priorMean: 0 },
  q: { mean, sd },
});

export const isSameDatum = (one: BoundsSettings, other: BoundsSettings): boolean =>
  one.x === other.x && one.mean === other.mean && one.sd === other.sd;

const density = ({ mean, sd }: Gaussian, z: number) =>
  Math.exp(-(((z - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));

/**
 * log w - log p(x) is quadratic in the noise of a draw: its coefficients, from the lowest.
 *
 * Hundreds of thousands of draws are weighed for each frame of a drag.
 */
export function quadraticOf({ datum, transform }: ExactDatum): readonly [number, number, number] {
  const at = (e: number) =>
    logWeightAt(datum, datum.q.mean + datum.q.sd * e) - transform.logEvidence;
  return [at(0), (at(1) - at(-1)) / 2, (at(1) + at(-1)) / 2 - at(0)];
}

export interface ExactDatum {
  readonly datum: LinearGaussianDatum;
  readonly transform: WeightTransform;
  /** L_K over K; it does not depend on the chosen K. */
  readonly line: DatumView['line'];
}

export function exactDatum(settings: BoundsSettings): ExactDatum {
  const datum = datumOf(settings);
  const transform = weightTransform(datum, QUICK);
  const bounds = ON_LINE.map((samples) => importanceWeightedBound(transform, samples));
  return { datum, transform, line: { sizes: ON_LINE, bounds } };
}

export function datumView(
  { datum, transform, line }: ExactDatum,
  samples: number,
): Omit<DatumView, 'marks'> {
  const posterior = posteriorOf(datum);
  const second = secondMomentOfWeights(datum);
  const implicitAt = implicitDensityAt(transform, samples);
  return {
    ...{ x: datum.x, q: datum.q, posterior, samples },
    ...{ logEvidence: transform.logEvidence, elbo: elboOf(datum) },
    bound: importanceWeightedBound(transform, samples),
    chiSquare: second < Infinity ? second - 1 : null,
    curve: {
      z: Z,
      posterior: Z.map((z) => density(posterior, z)),
      q: Z.map((z) => density(datum.q, z)),
      implicit: Z.map(implicitAt),
    },
    line,
  };
}

/** Shape of the tail of the weights: they have moments of every order below 1 / shape, and not that one. */
export function tailShapeOf(datum: LinearGaussianDatum): number {
  return 1 - (datum.q.sd / posteriorOf(datum).sd) ** 2;
}
