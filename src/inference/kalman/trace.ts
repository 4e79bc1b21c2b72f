import { cholesky, choleskyInverse, POSITIVE_DEFINITE } from '../../math/cholesky.ts';
import { OK, type Status } from '../../math/status.ts';
import { kalmanFilter, kalmanSampler, kalmanSmoother, type LdsInput } from './forward.ts';
import type { KalmanWorkspace } from './workspace.ts';

/** A Gaussian over one latent, in information form and in standard form. */
export interface TracedGaussian {
  /** d x d and d: J and h. */
  readonly precision: number[];
  readonly linear: number[];
  /** d and d x d. */
  readonly mean: number[];
  readonly covariance: number[];
}

/** What filter, smoother and sampler make of one step. */
export interface TracedStep {
  /** x_t given what was seen before t (B.26). */
  readonly predicted: TracedGaussian;
  /** x_t given what was seen up to t (B.23). */
  readonly filtered: TracedGaussian;
  /** x_t given all that was seen (B.28). */
  readonly smoothed: TracedGaussian;
  /** x_t given what was seen up to t and the sample of the next step (B.29). */
  readonly conditional: TracedGaussian;
  /** d: the draw from it. */
  readonly sample: number[];
}

/**
 * One window in slow motion at the workspace's chain: the same filter, smoother and sampler as in
 * training, with everything in between written out. Allocates.
 *
 * @param input a single window
 * @param noise steps x d standard normals
 */
export function traceLinearDynamics(
  ws: KalmanWorkspace,
  input: LdsInput,
  noise: Float64Array,
): { readonly status: Status; readonly steps: TracedStep[] } {
  const { steps } = input;
  const d = ws.dimension;
  const square = d * d;
  const status = kalmanFilter(ws, input);
  if (!status.ok) return { status, steps: [] };
  kalmanSmoother(ws, input);
  const samples = new Float64Array(steps * d);
  kalmanSampler(ws, input, noise, samples);

  const { J0, h0, stride, h1, h2, ...pairs } = ws.chain;
  const traced: TracedStep[] = [];
  let precision = Array.from(J0);
  let linear = Array.from(h0);
  for (let t = 0; t < steps; t++) {
    const predicted = fromInformation(precision, linear);
    const seen = (i: number) => input.precision[t * d + i];
    const filtered = fromInformation(
      precision.map((value, entry) => (entry % (d + 1) === 0 ? value + seen(entry % d) : value)),
      linear.map((value, i) => value + input.linear[t * d + i]),
    );
    const isLast = t === steps - 1;
    const ofPair = (values: Float64Array, size: number) =>
      values.subarray(stride * t * size, (stride * t + 1) * size);
    const [J11, J12, J22] = [pairs.J11, pairs.J12, pairs.J22].map((all) => ofPair(all, square));
    const seenLinear = filtered.linear.map((value, i) => value + (h1 ? ofPair(h1, d)[i] : 0));
    const conditional = isLast
      ? filtered
      : fromInformation(
          filtered.precision.map((value, entry) => value + J11[entry]),
          seenLinear.map((value, i) => {
            let sum = value;
            for (let k = 0; k < d; k++) sum -= J12[i * d + k] * samples[(t + 1) * d + k];
            return sum;
          }),
        );
    const covariance = Array.from(ws.covariances.subarray(t * square, (t + 1) * square));
    const mean = Array.from(ws.means.subarray(t * d, (t + 1) * d));
    traced.push({
      predicted,
      filtered,
      smoothed: fromStandard(mean, covariance),
      conditional,
      sample: Array.from(samples.subarray(t * d, (t + 1) * d)),
    });
    // J22 - J12' P^-1 J12 and h2 - J12' P^-1 (h + h1), where P = J_t|t + J11 is the conditional's precision.
    const inverse = ws.conditionals.subarray(t * square, (t + 1) * square);
    const gain = product(inverse, J12, d);
    precision = Array.from(J22, (value, entry) => {
      const [i, j] = [Math.floor(entry / d), entry % d];
      let sum = value;
      for (let k = 0; k < d; k++) sum -= J12[k * d + i] * gain[k * d + j];
      return sum;
    });
    linear = linear.map((_, i) => {
      let sum = h2 ? ofPair(h2, d)[i] : 0;
      for (let k = 0; k < d; k++) sum -= gain[k * d + i] * seenLinear[k];
      return sum;
    });
  }
  return { status: OK, steps: traced };
}

function fromInformation(precision: number[], linear: number[]): TracedGaussian {
  const covariance = inverseOf(precision, linear.length);
  return { precision, linear, mean: times(covariance, linear), covariance };
}

function fromStandard(mean: number[], covariance: number[]): TracedGaussian {
  const precision = inverseOf(covariance, mean.length);
  return { precision, linear: times(precision, mean), mean, covariance };
}

function inverseOf(matrix: number[], d: number): number[] {
  const factor = Float64Array.from(matrix);
  const inverse = new Float64Array(d * d);
  if (cholesky(factor, 0, d) !== POSITIVE_DEFINITE)
    throw new RangeError('A precision of the traced window is not positive definite.');
  choleskyInverse(factor, 0, inverse, 0, d);
  return Array.from(inverse);
}

function times(matrix: number[], vector: number[]): number[] {
  const d = vector.length;
  return vector.map((_, i) => vector.reduce((sum, value, k) => sum + matrix[i * d + k] * value, 0));
}

function product(a: ArrayLike<number>, b: ArrayLike<number>, d: number): number[] {
  return Array.from({ length: d * d }, (_, entry) => {
    const [i, j] = [Math.floor(entry / d), entry % d];
    let sum = 0;
    for (let k = 0; k < d; k++) sum += a[i * d + k] * b[k * d + j];
    return sum;
  });
}
