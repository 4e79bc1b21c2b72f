/**
 * Fits of a mixture of K Gaussians q to a density p by descent on an alpha divergence, with its exact
 * gradient: alpha 1 is KL(p || q), alpha -1 is KL(q || p). These divergences are integrals of a
 * function of p and q, so with c(x) = d integrand / d q(x) the gradient is the integral of c times
 * the gradient of q.
 */
import { createQuadrature, integrate, type Quadrature } from '../../math/quadrature.ts';
import { OK, type Status } from '../../math/status.ts';
import { type Density, logDensity, makeDensity } from './density.ts';
import {
  alphaIntegrand,
  jointEdges,
  largestUncovered,
  powerExcess,
  requireAlpha,
} from './divergences.ts';

/** A q of K Gaussians, and the gradient of its divergence, in memory made once. */
export interface FitWorkspace {
  /** K */
  readonly components: number;
  /** 3 K: means, logs of the standard deviations, and logits of the weights. */
  readonly parameters: Float64Array;
  /** 3 K: gradient towards the parameters. */
  readonly gradient: Float64Array;
  /** The divergence at the parameters. */
  value: number;
  readonly quadrature: Quadrature;
  readonly trial: Float64Array;
}

export function createFitWorkspace(components: number): FitWorkspace {
  return {
    components,
    parameters: new Float64Array(3 * components),
    gradient: new Float64Array(3 * components),
    value: Number.NaN,
    quadrature: createQuadrature(1 + 3 * components),
    trial: new Float64Array(3 * components),
  };
}

/** The density of the workspace's parameters. */
export function fittedDensity({ components: K, parameters }: FitWorkspace): Density {
  const logits = parameters.subarray(2 * K);
  const most = Math.max(...logits);
  return makeDensity({
    kind: 'mixture',
    weights: logits.map((logit) => Math.exp(logit - most)),
    means: parameters.slice(0, K),
    sds: parameters.subarray(K, 2 * K).map(Math.exp),
  });
}

/**
 * Fills `value` and `gradient` for the workspace's parameters.
 *
 * @returns bad where the divergence is infinite, as KL(q || p) is for every Gaussian q where p is
 *   cut off
 * @throws RangeError for an alpha outside [-1, 1]
 */
export function evaluateFit(ws: FitWorkspace, p: Density, alpha: number): Status {
  const { components: K, parameters, gradient, quadrature } = ws;
  requireAlpha(alpha);
  const q = fittedDensity(ws);
  if (alpha === -1 && largestUncovered(q, p)) {
    ws.value = Infinity;
    gradient.fill(0);
    return { ok: false, what: 'KL(q || p)', value: Infinity };
  }
  const weights = q.shape.kind === 'mixture' ? q.shape.weights : [];
  let sum = 0;
  for (let k = 0; k < K; k++) sum += weights[k];
  const values = integrate(
    quadrature,
    (x, out) => {
      const logP = logDensity(p, x);
      const logQ = logDensity(q, x);
      out[0] = alphaIntegrand(alpha, logP, logQ);
      const slope = slopeTimesQ(alpha, logP, logQ);
      for (let k = 0; k < K; k++) {
        const z = (x - parameters[k]) / Math.exp(parameters[K + k]);
        const logComponent =
          Math.log(weights[k] / sum) - parameters[K + k] - (z * z) / 2 - HALF_LOG_TWO_PI;
        // The share of component k in q(x), by logarithms: far out both underflow.
        const share = logQ === -Infinity ? 0 : slope * Math.exp(logComponent - logQ);
        out[1 + k] = share * z * Math.exp(-parameters[K + k]);
        out[1 + K + k] = share * (z * z - 1);
        out[1 + 2 * K + k] = share;
      }
    },
    jointEdges(p, q),
  );
  ws.value = values[0];
  for (let i = 0; i < 3 * K; i++) gradient[i] = values[1 + i];
  // Towards logits: the weights sum to 1 whatever the logits.
  let total = 0;
  for (let k = 0; k < K; k++) total += values[1 + 2 * K + k];
  for (let k = 0; k < K; k++) gradient[2 * K + k] -= (weights[k] / sum) * total;
  return OK;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** q times the derivative of the integrand by q, up to a multiple of q, which integrates to zero. */
function slopeTimesQ(alpha: number, logP: number, logQ: number): number {
  const w = (1 + alpha) / 2;
  if (w > 0) return powerExcess(w, logP, logQ) / -w;
  const q = Math.exp(logQ);
  return q === 0 ? 0 : -q * (logP - logQ);
}

/**
 * One step down the divergence: the natural gradient of each Gaussian, with the step halved until
 * the divergence does not rise. Leaves `value` and `gradient` at the new parameters.
 *
 * @param rate of the way; 1 is a Newton step where q is close to p
 * @returns as `evaluateFit`
 */
export function descend(ws: FitWorkspace, p: Density, alpha: number, rate: number): Status {
  const { components: K, parameters, gradient, trial } = ws;
  const status = evaluateFit(ws, p, alpha);
  if (!status.ok) return status;
  const before = ws.value;
  const start = parameters.slice();
  let sum = 0;
  const most = Math.max(...parameters.subarray(2 * K));
  for (let k = 0; k < K; k++) sum += Math.exp(parameters[2 * K + k] - most);
  for (let k = 0; k < K; k++) {
    const weight = Math.max(1e-3, Math.exp(parameters[2 * K + k] - most) / sum);
    const sd = Math.exp(parameters[K + k]);
    trial[k] = clampTo(sd, (-rate * gradient[k] * sd * sd) / weight);
    trial[K + k] = clampTo(0.5, (-rate * gradient[K + k]) / (2 * weight));
    trial[2 * K + k] = clampTo(0.5, (-rate * gradient[2 * K + k]) / weight);
  }
  const step = trial.slice();
  for (let scale = 1; scale > 1e-9; scale /= 2) {
    for (let i = 0; i < 3 * K; i++) parameters[i] = start[i] + scale * step[i];
    if (evaluateFit(ws, p, alpha).ok && ws.value <= before) return OK;
  }
  parameters.set(start);
  return evaluateFit(ws, p, alpha);
}

const clampTo = (limit: number, value: number) => Math.min(limit, Math.max(-limit, value));

/** One Gaussian of a fit. */
export interface GaussianFit {
  readonly mean: number;
  readonly sd: number;
  readonly value: number;
}

/** A point where the gradient of the divergence towards (mean, log sd) vanishes. */
export interface StationaryPoint extends GaussianFit {
  readonly kind: 'minimum' | 'saddle' | 'maximum';
}

/**
 * The single Gaussian nearest to p in the sense of KL(p || q): it has the mean and the variance of
 * p, and there is no other stationary point.
 */
export function momentMatch(p: Density): GaussianFit {
  const sd = Math.sqrt(p.variance);
  const entropy = Math.log(sd) + (Math.log(2 * Math.PI) + 1) / 2;
  return { mean: p.mean, sd, value: entropy - p.entropy };
}

/** Newton's method needs five or six from nearby. */
const MOST_NEWTON = 30;
/** Gradients, in units of standard deviations, below which a point is stationary. */
const STATIONARY = 1e-9;

/**
 * Newton's method on the exact gradient, from the workspace's parameters: it ends in the stationary
 * point that is near, a saddle too. The Hessian comes from differences of gradients.
 *
 * @returns null where the divergence is infinite or no stationary point is near
 */
export function newton(ws: FitWorkspace, p: Density, alpha: number): StationaryPoint | null {
  const { parameters, gradient } = ws;
  const limit = 10 * (Math.exp(parameters[1]) + Math.sqrt(p.variance));
  const start = parameters[0];
  let hessian: readonly [number, number, number] | null = null;
  let previous = Infinity;
  for (let i = 0; i < MOST_NEWTON; i++) {
    if (!evaluateFit(ws, p, alpha).ok) return null;
    const { value } = ws;
    const [dMean, dLogSd] = gradient;
    const [mean, logSd] = parameters;
    const sd = Math.exp(logSd);
    const length = Math.max(Math.abs(dMean) * sd, Math.abs(dLogSd));
    // A Hessian, four evaluations, is good for as long as the gradient shrinks fast.
    if (hessian === null || length > previous / 5) hessian = hessianAt(ws, p, alpha);
    if (length < STATIONARY) return classified({ mean, sd, value }, hessian);
    previous = length;
    const [a, b, d] = hessian;
    const determinant = a * d - b * b;
    parameters[0] = mean + clampTo(sd / 2, (b * dLogSd - d * dMean) / determinant);
    parameters[1] = logSd + clampTo(0.3, (b * dMean - a * dLogSd) / determinant);
    // NaN, where the Hessian is singular, fails both.
    if (!(Math.abs(parameters[0] - start) < limit && Math.abs(parameters[1]) < 30)) return null;
  }
  return null;
}

/** [d2/dmean2, d2/dmean dlogSd, d2/dlogSd2]; leaves the parameters as they are. */
function hessianAt(ws: FitWorkspace, p: Density, alpha: number): [number, number, number] {
  const { parameters, gradient } = ws;
  const [mean, logSd] = parameters;
  const step = 1e-5;
  const column = (i: number, size: number) => {
    const at = parameters[i];
    parameters[i] = at + size;
    evaluateFit(ws, p, alpha);
    const plus = [gradient[0], gradient[1]];
    parameters[i] = at - size;
    evaluateFit(ws, p, alpha);
    const minus = [gradient[0], gradient[1]];
    parameters[i] = at;
    return plus.map((value, j) => (value - minus[j]) / (2 * size));
  };
  const byMean = column(0, step * Math.exp(logSd));
  const byLogSd = column(1, step);
  parameters[0] = mean;
  return [byMean[0], (byMean[1] + byLogSd[0]) / 2, byLogSd[1]];
}

function classified(
  fit: GaussianFit,
  [a, b, d]: readonly [number, number, number],
): StationaryPoint {
  const determinant = a * d - b * b;
  if (determinant < 0) return { ...fit, kind: 'saddle' };
  return { ...fit, kind: a > 0 ? 'minimum' : 'maximum' };
}
