/**
 * Variational EM for the Bayesian mixture (thesis 4.1): a Dirichlet over the weights, a
 * normal-inverse-Wishart over each mean and covariance. The E-step is that of EM with expected
 * log-densities; the M-step is a Bayesian update. With a small concentration, clusters that earn
 * too little pay more KL than they gain, and fade.
 *
 * N rows, K components, D dimension, P length of the flat natural parameters.
 */
import { blockAt, createMixtureFamily, type MixtureFamily } from '../../distributions/mixture.ts';
import { choleskyWithInverse, POSITIVE_DEFINITE } from '../../math/cholesky.ts';
import { OK, type Status } from '../../math/status.ts';
import { type ComponentDensities, fillLogJoint } from './componentDensities.ts';
import {
  createResponsibilities,
  normaliseRows,
  type Responsibilities,
} from './responsibilities.ts';

export interface VariationalWorkspace {
  readonly family: MixtureFamily;
  /** Taken off each row's log-density, as in a `MixtureWorkspace`. */
  readonly logVolume: number;
  readonly responsibilities: Responsibilities;
  /** P: eta of q(theta). */
  readonly natural: Float64Array;
  /** P: E_q[t(theta)] of the last evaluation. */
  readonly expected: Float64Array;
  readonly densities: ComponentDensities;
  readonly factor: Float64Array;
  readonly inverse: Float64Array;
}

export function createVariationalWorkspace(
  rows: number,
  components: number,
  dimension: number,
  logVolume = 0,
): VariationalWorkspace {
  const family = createMixtureFamily(components, dimension);
  const matrix = () => new Float64Array(dimension * dimension);
  return {
    family,
    logVolume,
    responsibilities: createResponsibilities(rows, components),
    natural: new Float64Array(family.length),
    expected: new Float64Array(family.length),
    densities: {
      logScale: new Float64Array(components),
      means: new Float64Array(components * dimension),
      whitening: new Float64Array(components * dimension * dimension),
    },
    factor: matrix(),
    inverse: matrix(),
  };
}

/**
 * E_q(theta)[log p(x_n, z_n = k | theta)] of all rows, and what follows from it. The figures of
 * `measureFreeEnergy` are then those of the local part; the bound is energy + entropy -
 * KL(q(theta) || p(theta)). "Log-likelihood" is that bound's part at its best q(Z), not log p(X).
 *
 * @param values N x D
 * @returns bad when eta is not proper, with the component as the index
 */
export function evaluatePosterior(ws: VariationalWorkspace, values: Float64Array): Status {
  const { family, natural, expected, densities, factor, inverse } = ws;
  const { components: K, dimension: d, niw } = family.layout;
  const status = family.expectedStatistics(natural, 0, expected, 0);
  if (!status.ok) return status;
  for (let k = 0; k < K; k++) {
    const at = blockAt(family.layout, k);
    const kappa = natural[at + niw.count];
    const nu = natural[at + niw.degrees];
    // Psi / nu: E[(x - mu)' S^-1 (x - mu)] = D / kappa + (x - m)' (Psi / nu)^-1 (x - m).
    for (let i = 0; i < d; i++) densities.means[k * d + i] = natural[at + niw.linear + i] / kappa;
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        const moment = kappa * densities.means[k * d + i] * densities.means[k * d + j];
        factor[i * d + j] = (natural[at + niw.quadratic + i * d + j] - moment) / nu;
      }
    const pivot = choleskyWithInverse(factor, 0, inverse, 0, d);
    if (pivot !== POSITIVE_DEFINITE) {
      return { ok: false, what: 'pivot of Psi', value: factor[pivot * d + pivot], index: k };
    }
    for (let i = 0; i < d * d; i++) densities.whitening[k * d * d + i] = inverse[i];
    // The last expected statistic is -E[log det S] / 2.
    densities.logScale[k] =
      expected[k] +
      expected[at + niw.degrees] -
      d / (2 * kappa) -
      (d / 2) * Math.log(2 * Math.PI) -
      ws.logVolume;
  }
  fillLogJoint(densities, values, d, ws.responsibilities);
  normaliseRows(ws.responsibilities);
  return OK;
}

/**
 * The M-step: eta = eta_0 + statistics, the q(theta) that maximises the bound for this q(Z).
 *
 * @param prior eta_0, length P
 * @param values N x D
 */
export function updatePosterior(
  ws: VariationalWorkspace,
  prior: Float64Array,
  values: Float64Array,
): void {
  const { family, natural, responsibilities } = ws;
  const { components: K, dimension: d, niw } = family.layout;
  const { rows, q } = responsibilities;
  natural.set(prior);
  for (let n = 0, at = 0; n < rows; n++) {
    const row = n * d;
    for (let k = 0; k < K; k++, at++) {
      const share = q[at];
      if (share === 0) continue;
      const block = blockAt(family.layout, k);
      natural[k] += share;
      natural[block + niw.count] += share;
      natural[block + niw.degrees] += share;
      for (let i = 0; i < d; i++) {
        const weighted = share * values[row + i];
        natural[block + niw.linear + i] += weighted;
        const line = block + niw.quadratic + i * d;
        for (let j = 0; j < d; j++) natural[line + j] += weighted * values[row + j];
      }
    }
  }
}

/** KL(q(theta) || p(theta)) in nats, >= 0. */
export function posteriorKl(
  { family, natural }: VariationalWorkspace,
  prior: Float64Array,
): number {
  return family.kl(natural, 0, prior, 0);
}
