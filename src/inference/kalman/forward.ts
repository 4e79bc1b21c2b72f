/**
 * Inference in a linear dynamical system with a diagonal Gaussian node potential per step, in
 * information form (thesis 5.2 and appendix B): filter, smoother, sampler and normaliser. Cost is
 * linear in the number of steps, and nothing is allocated per step. Filter, smoother and sampler
 * serve chains whose dynamics change from step to step as well.
 *
 * Unlike the thesis's code, the filter makes T steps and T - 1 transitions, so that `logZ` is the
 * log-integral of the window's potentials and of nothing beyond its end.
 */
import { choleskyLogDet, choleskyWithInverse, POSITIVE_DEFINITE } from '../../math/cholesky.ts';
import { addOuter, multiplyVector, multiplyVectorTransposed } from '../../math/smallMatrix.ts';
import { OK, type Status } from '../../math/status.ts';
import type { KalmanWorkspace, LdsWorkspace } from './workspace.ts';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** Windows of equal length, one after the other: row w * steps + t is step t of window w. */
export interface LdsInput {
  readonly windows: number;
  /** T */
  readonly steps: number;
  /** B x d, diagonal of the node potentials' precision, >= 0; zeros where nothing is observed. */
  readonly precision: Float64Array;
  /** B x d */
  readonly linear: Float64Array;
}

/** Takes the chain's potentials from mu = E[t(theta)] (length P). */
export function loadChain(ws: LdsWorkspace, expected: Float64Array): void {
  const { dimension: d, initialAt, initial, transitionAt, transition } = ws.layout;
  const { J0, h0, J11, J12, J22 } = ws.chain;
  const cross = transitionAt + transition.cross;
  for (let i = 0; i < d; i++) {
    h0[i] = expected[initialAt + initial.linear + i];
    for (let j = 0; j < d; j++) {
      const entry = i * d + j;
      J0[entry] = -2 * expected[initialAt + initial.quadratic + entry];
      J11[entry] = -2 * expected[transitionAt + transition.past + entry];
      J12[entry] = -expected[cross + j * d + i];
      J22[entry] = -2 * expected[transitionAt + transition.next + entry];
    }
  }
}

/**
 * Information filter (B.23, B.26) at the workspace's chain. Fills `factorInverses`, `conditionals`,
 * `gains`, `filtered` and `logZ`.
 *
 * @returns bad when a precision is not positive definite, with the step inside its window
 */
export function kalmanFilter(ws: KalmanWorkspace, input: LdsInput): Status {
  const { windows, steps } = input;
  if (windows * steps > ws.maxRows)
    throw new RangeError(`${windows * steps} rows in space for ${ws.maxRows}`);
  for (let w = 0; w < windows; w++) {
    ws.logZ[w] = 0;
    startWindow(ws);
    for (let t = 0; t < steps; t++) {
      const status = filterStep(ws, input, w, t);
      if (!status.ok) return status;
    }
  }
  return OK;
}

/** The prediction of the first step is the initial state's potential. */
export function startWindow(ws: KalmanWorkspace): void {
  ws.step.predicted.set(ws.chain.J0);
  ws.step.linear.set(ws.chain.h0);
}

/** One step of `kalmanFilter`: conditions on step t of window w, then predicts the next from it. */
export function filterStep(ws: KalmanWorkspace, input: LdsInput, w: number, t: number): Status {
  const { products, factorInverses, conditionals, gains, filtered, chain } = ws;
  const { matrix, predicted, linear } = ws.step;
  const d = ws.dimension;
  const square = d * d;
  const row = w * input.steps + t;
  const at = row * d;
  const matrixAt = row * square;
  const isLast = t === input.steps - 1;
  const { J11, J12, J22, h1, h2, stride } = chain;
  const pairAt = stride * matrixAt;

  for (let i = 0; i < d; i++) {
    linear[i] += input.linear[at + i];
    predicted[i * d + i] += input.precision[at + i];
  }
  if (h1 && !isLast) for (let i = 0; i < d; i++) linear[i] += h1[stride * at + i];
  for (let i = 0; i < square; i++)
    matrix[i] = isLast ? predicted[i] : predicted[i] + J11[pairAt + i];

  const pivot = choleskyWithInverse(matrix, 0, factorInverses, matrixAt, d);
  if (pivot !== POSITIVE_DEFINITE) {
    const value = matrix[pivot * d + pivot];
    return { ok: false, what: 'pivot of the filtered precision of a latent', value, index: t };
  }
  ws.logZ[w] += (d * LOG_TWO_PI - choleskyLogDet(matrix, 0, d)) / 2;
  products.symmetricLeftTransposed(
    factorInverses,
    matrixAt,
    factorInverses,
    matrixAt,
    conditionals,
    matrixAt,
  );
  multiplyVector(d, conditionals, matrixAt, linear, 0, filtered, at);
  let energy = 0;
  for (let i = 0; i < d; i++) energy += filtered[at + i] * linear[i];
  ws.logZ[w] += energy / 2;
  if (isLast) return OK;

  products.multiply(conditionals, matrixAt, J12, pairAt, gains, matrixAt);
  products.symmetricLeftTransposed(J12, pairAt, gains, matrixAt, predicted, 0);
  for (let i = 0; i < square; i++) predicted[i] = J22[pairAt + i] - predicted[i];
  // h_t+1|t = h2 - J12' m_t, as m_t = P_t^-1 (h_t|t + h1).
  multiplyVectorTransposed(d, J12, pairAt, filtered, at, linear, 0);
  for (let i = 0; i < d; i++) linear[i] = -linear[i];
  if (h2) for (let i = 0; i < d; i++) linear[i] += h2[stride * at + i];
  return OK;
}

/**
 * Smoother (B.28) after `kalmanFilter`, written with gains: fills `means`, `covariances` and
 * `crossCovariances`.
 */
export function kalmanSmoother(
  ws: KalmanWorkspace,
  { windows, steps }: Pick<LdsInput, 'windows' | 'steps'>,
): void {
  const { products, conditionals, gains, filtered, means, covariances, crossCovariances } = ws;
  const d = ws.dimension;
  const square = d * d;
  for (let w = 0; w < windows; w++) {
    for (let t = steps - 1; t >= 0; t--) {
      const row = w * steps + t;
      const at = row * d;
      const matrixAt = row * square;
      if (t === steps - 1) {
        for (let i = 0; i < d; i++) means[at + i] = filtered[at + i];
        for (let i = 0; i < square; i++) covariances[matrixAt + i] = conditionals[matrixAt + i];
        continue;
      }
      const next = matrixAt + square;
      conditionalMean(ws, row, means, means);
      products.multiply(gains, matrixAt, covariances, next, crossCovariances, matrixAt);
      products.symmetricRightTransposed(
        crossCovariances,
        matrixAt,
        gains,
        matrixAt,
        covariances,
        matrixAt,
      );
      for (let i = matrixAt; i < next; i++) {
        covariances[i] += conditionals[i];
        crossCovariances[i] = -crossCovariances[i];
      }
    }
  }
}

/** m_t - G_t x_t+1 into row t of `out`, from row t + 1 of `x`. */
function conditionalMean(
  ws: KalmanWorkspace,
  row: number,
  x: Float64Array,
  out: Float64Array,
): void {
  const { gains, filtered } = ws;
  const d = ws.dimension;
  const at = row * d;
  multiplyVector(d, gains, at * d, x, at + d, out, at);
  for (let i = at; i < at + d; i++) out[i] = filtered[i] - out[i];
}

/**
 * Backward sampling (B.29) after `kalmanFilter`: one reparameterised draw of every window from
 * standard normals, x_t = m_t - G_t x_t+1 + L_t'^-1 noise_t. Its adjoint is part of
 * `linearDynamicsBackward`.
 *
 * @param noise B x d
 * @param out B x d
 */
export function kalmanSampler(
  ws: KalmanWorkspace,
  { windows, steps }: Pick<LdsInput, 'windows' | 'steps'>,
  noise: Float64Array,
  out: Float64Array,
): void {
  const { factorInverses, filtered } = ws;
  const spread = ws.step.linear;
  const d = ws.dimension;
  for (let w = 0; w < windows; w++) {
    for (let t = steps - 1; t >= 0; t--) {
      const row = w * steps + t;
      const at = row * d;
      if (t < steps - 1) conditionalMean(ws, row, out, out);
      else for (let i = at; i < at + d; i++) out[i] = filtered[i];
      multiplyVectorTransposed(d, factorInverses, at * d, noise, at, spread, 0);
      for (let i = 0; i < d; i++) out[at + i] += spread[i];
    }
  }
}

/**
 * Expected sufficient statistics of all windows into `statistics`, after `kalmanSmoother`: of each
 * first state [1, x, x x', 1], of each transition [x x', x_next x', x_next x_next', 1].
 */
export function collectStatistics(
  ws: LdsWorkspace,
  { windows, steps }: Pick<LdsInput, 'windows' | 'steps'>,
): void {
  const { layout, means, crossCovariances, statistics } = ws;
  const { dimension: d, initialAt, initial, transitionAt, transition } = layout;
  const square = d * d;
  const past = transitionAt + transition.past;
  const cross = transitionAt + transition.cross;
  const next = transitionAt + transition.next;
  const first = initialAt + initial.quadratic;
  // Sums over all steps; those of all but the first, or the last, follow by subtraction.
  const { matrix: second, predicted: crossed } = ws.step;
  second.fill(0);
  crossed.fill(0);
  statistics.fill(0);
  statistics[initialAt + initial.count] = windows;
  statistics[initialAt + initial.degrees] = windows;
  statistics[transitionAt + transition.degrees] = windows * (steps - 1);
  for (let w = 0; w < windows; w++) {
    const start = w * steps;
    const end = start + steps - 1;
    for (let i = 0; i < d; i++) statistics[initialAt + initial.linear + i] += means[start * d + i];
    addSecondMoment(ws, start, statistics, first);
    addSecondMoment(ws, end, statistics, past);
    for (let row = start; row <= end; row++) addSecondMoment(ws, row, second, 0);
    for (let row = start; row < end; row++) {
      const from = row * square;
      for (let i = 0; i < square; i++) crossed[i] += crossCovariances[from + i];
      addOuter(d, 1, means, row * d, means, row * d + d, crossed, 0);
    }
  }
  for (let i = 0; i < square; i++) {
    statistics[next + i] = second[i] - statistics[first + i];
    statistics[past + i] = second[i] - statistics[past + i];
  }
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) statistics[cross + j * d + i] = crossed[i * d + j];
}

/** E[x_t x_t'] added to the matrix that starts at `outAt`. */
function addSecondMoment(ws: KalmanWorkspace, row: number, out: Float64Array, outAt: number): void {
  const { means, covariances } = ws;
  const d = ws.dimension;
  const from = row * d * d;
  for (let i = 0; i < d * d; i++) out[outAt + i] += covariances[from + i];
  addOuter(d, 1, means, row * d, means, row * d, out, outAt);
}

/**
 * E_q(theta) KL(q(x) || p(x | theta)) of all windows in nats, >= 0, after `kalmanSmoother`: node
 * potentials paired with their expectations, minus log Z, plus what normalises the chain.
 *
 * @param expected mu, length P
 */
export function localKl(ws: LdsWorkspace, input: LdsInput, expected: Float64Array): number {
  const { layout, means, covariances, logZ } = ws;
  const { dimension: d, initialAt, initial, transitionAt, transition } = layout;
  const { windows, steps, precision, linear } = input;
  // -E[mu_1' Q_1^-1 mu_1] / 2, -E[log det Q_1] / 2 and -E[log det Q] / 2.
  const perWindow =
    (steps * d * LOG_TWO_PI) / 2 -
    expected[initialAt + initial.count] -
    expected[initialAt + initial.degrees] -
    (steps - 1) * expected[transitionAt + transition.degrees];
  let sum = windows * perWindow;
  for (let w = 0; w < windows; w++) sum -= logZ[w];
  for (let i = 0; i < windows * steps * d; i++) {
    const row = (i / d) | 0;
    const variance = covariances[i * d + (i - row * d)];
    sum += means[i] * linear[i] - (precision[i] * (variance + means[i] * means[i])) / 2;
  }
  return sum;
}
