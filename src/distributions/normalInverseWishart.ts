import { cholesky, choleskyInverse, choleskyLogDet, POSITIVE_DEFINITE } from '../math/cholesky.ts';
import { OK, type Status } from '../math/status.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import {
  expectedLogDeterminant,
  inverseWishartKl,
  inverseWishartLogNormaliser,
} from './inverseWishart.ts';

/** Where things stand in a block of natural parameters or expected statistics. */
export interface NiwLayout {
  readonly dimension: number;
  /** p^2 + p + 2 */
  readonly length: number;
  /** kappa; paired with -mu' S^-1 mu / 2. */
  readonly count: number;
  /** kappa m, p numbers; paired with S^-1 mu. */
  readonly linear: number;
  /** Psi + kappa m m', p x p row-major; paired with -S^-1 / 2. */
  readonly quadratic: number;
  /** nu; paired with -log det S / 2. */
  readonly degrees: number;
}

export function niwLayout(p: number): NiwLayout {
  return {
    dimension: p,
    length: p * p + p + 2,
    count: 0,
    linear: 1,
    quadratic: 1 + p,
    degrees: 1 + p + p * p,
  };
}

/** mu | S ~ N(mean, S / kappa), S ~ IW(psi, nu); E[S] = psi / (nu - p - 1). */
export interface NiwStandard {
  /** p */
  readonly mean: ArrayLike<number>;
  readonly kappa: number;
  /** p x p row-major. */
  readonly psi: ArrayLike<number>;
  readonly nu: number;
}

export interface NormalInverseWishart extends ExponentialFamily {
  readonly layout: NiwLayout;
  fromStandard(standard: NiwStandard, natural: Float64Array, at: number): void;
  /** Allocates; for summaries and edits, not for the training step. */
  toStandard(
    natural: Float64Array,
    at: number,
  ): NiwStandard & { readonly mean: Float64Array; readonly psi: Float64Array };
}

/**
 * Normal-inverse-Wishart over the mean mu and covariance S of a p-dimensional Gaussian (thesis,
 * appendix D.6).
 *
 * Unlike the thesis, nu enters the natural parameters without p + 2 added, and the base measure
 * carries |S|^(-(p+2)/2). A point x then adds [1, x, x x', 1], which makes the block's pairing with
 * E[t] equal to E[log N(x | mu, S)] + p/2 log 2 pi. The signs of (D.20), (D.22) and (D.25) are
 * corrected: log Z below is the log-integral, E[-S^-1 / 2] = -nu Psi^-1 / 2, and
 * E[log det S] = log det Psi - p log 2 - psi_p(nu / 2).
 */
export function createNormalInverseWishart(p: number): NormalInverseWishart {
  const layout = niwLayout(p);
  const { linear, quadratic, degrees } = layout;
  // Scratch: what `unpack` leaves behind for q, and for the other member in `kl`.
  const mean = new Float64Array(p);
  const factor = new Float64Array(p * p);
  const inverse = new Float64Array(p * p);
  const otherMean = new Float64Array(p);
  const otherFactor = new Float64Array(p * p);
  const otherPsi = new Float64Array(p * p);

  /** m and Psi of a block; the caller has made sure that kappa is not 0. */
  const unpack = (eta: Float64Array, at: number, m: Float64Array, psi: Float64Array): void => {
    const kappa = eta[at];
    for (let i = 0; i < p; i++) m[i] = eta[at + linear + i] / kappa;
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++)
        psi[i * p + j] = eta[at + quadratic + i * p + j] - kappa * m[i] * m[j];
  };

  /** Checks a block and leaves its m and the Cholesky factor of its Psi in the scratch given. */
  const factorise = (eta: Float64Array, at: number, m: Float64Array, psi: Float64Array): Status => {
    const [kappa, nu] = [eta[at], eta[at + degrees]];
    if (!(kappa > 0 && kappa < Infinity))
      return { ok: false, what: 'kappa of a normal-inverse-Wishart', value: kappa };
    if (!(nu > p - 1 && nu < Infinity))
      return { ok: false, what: 'degrees of freedom of a normal-inverse-Wishart', value: nu };
    unpack(eta, at, m, psi);
    const pivot = cholesky(psi, 0, p);
    if (pivot === POSITIVE_DEFINITE) return OK;
    return {
      ok: false,
      what: 'pivot of Psi of a normal-inverse-Wishart',
      value: psi[pivot * p + pivot],
    };
  };

  return {
    layout,
    length: layout.length,
    validate: (natural, at) => factorise(natural, at, mean, factor),

    fromStandard({ mean: m, kappa, psi, nu }, natural, at) {
      natural[at] = kappa;
      natural[at + degrees] = nu;
      for (let i = 0; i < p; i++) {
        natural[at + linear + i] = kappa * m[i];
        for (let j = 0; j < p; j++)
          natural[at + quadratic + i * p + j] = psi[i * p + j] + kappa * m[i] * m[j];
      }
    },

    toStandard(natural, at) {
      const standard = {
        mean: new Float64Array(p),
        kappa: natural[at],
        psi: new Float64Array(p * p),
        nu: natural[at + degrees],
      };
      unpack(natural, at, standard.mean, standard.psi);
      return standard;
    },

    expectedStatistics(natural, at, out, outAt) {
      const status = factorise(natural, at, mean, factor);
      if (!status.ok) return status;
      const [kappa, nu] = [natural[at], natural[at + degrees]];
      choleskyInverse(factor, 0, inverse, 0, p);
      let meanPrecisionMean = p / kappa;
      for (let i = 0; i < p; i++) {
        let precisionMean = 0;
        for (let j = 0; j < p; j++) {
          const precision = nu * inverse[i * p + j];
          out[outAt + quadratic + i * p + j] = -precision / 2;
          precisionMean += precision * mean[j];
        }
        out[outAt + linear + i] = precisionMean;
        meanPrecisionMean += mean[i] * precisionMean;
      }
      out[outAt] = -meanPrecisionMean / 2;
      out[outAt + degrees] = -expectedLogDeterminant(p, nu, choleskyLogDet(factor, 0, p)) / 2;
      return OK;
    },

    logNormaliser(natural, at) {
      if (!factorise(natural, at, mean, factor).ok) return Number.NaN;
      const [kappa, nu] = [natural[at], natural[at + degrees]];
      return (
        inverseWishartLogNormaliser(p, nu, choleskyLogDet(factor, 0, p)) +
        (p / 2) * Math.log((2 * Math.PI) / kappa)
      );
    },

    /**
     * Written in standard form, KL of the inverse-Wisharts plus the expected KL of the Gaussians,
     * which loses fewer digits than a difference of log-normalisers when the two are close.
     */
    kl(natural, at, other, otherAt) {
      const proper =
        factorise(natural, at, mean, factor).ok &&
        factorise(other, otherAt, otherMean, otherFactor).ok;
      if (!proper) return Number.NaN;
      const logDet = choleskyLogDet(factor, 0, p);
      const logDetOther = choleskyLogDet(otherFactor, 0, p);
      choleskyInverse(factor, 0, inverse, 0, p);
      unpack(other, otherAt, otherMean, otherPsi);

      let trace = 0;
      let distance = 0;
      for (let i = 0; i < p; i++)
        for (let j = 0; j < p; j++) {
          const entry = inverse[i * p + j];
          trace += entry * otherPsi[i * p + j];
          distance += (mean[i] - otherMean[i]) * entry * (mean[j] - otherMean[j]);
        }
      const [nu, nuOther] = [natural[at + degrees], other[otherAt + degrees]];
      const ratio = other[otherAt] / natural[at];
      const gaussian =
        (p / 2) * (ratio - 1 - Math.log(ratio)) + (other[otherAt] * nu * distance) / 2;
      return gaussian + inverseWishartKl(p, nu, logDet, nuOther, logDetOther, trace);
    },
  };
}
