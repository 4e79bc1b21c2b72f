import { cholesky, choleskyInverse, choleskyLogDet, POSITIVE_DEFINITE } from '../math/cholesky.ts';
import { OK, type Status } from '../math/status.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import {
  expectedLogDeterminant,
  inverseWishartKl,
  inverseWishartLogNormaliser,
} from './inverseWishart.ts';

/**
 * Where things stand in a block of natural parameters or expected statistics. A is n x m, Q is n x n;
 * all matrices row-major.
 */
export interface MniwLayout {
  /** n */
  readonly dimension: number;
  /** m, columns of A */
  readonly inputs: number;
  /** m^2 + n m + n^2 + 1 */
  readonly length: number;
  /** m x m: K^-1; paired with -A' Q^-1 A / 2. */
  readonly past: number;
  /** n x m: M K^-1; paired with Q^-1 A. */
  readonly cross: number;
  /** n x n: Psi + M K^-1 M'; paired with -Q^-1 / 2. */
  readonly next: number;
  /** nu; paired with -log det Q / 2. */
  readonly degrees: number;
}

export function mniwLayout(n: number, m = n): MniwLayout {
  const degrees = m * m + n * m + n * n;
  return {
    dimension: n,
    inputs: m,
    length: degrees + 1,
    past: 0,
    cross: m * m,
    next: m * m + n * m,
    degrees,
  };
}

/**
 * A | Q ~ MN(transition, Q, columns): rows covary by Q, columns by `columns`. Q ~ IW(psi, nu);
 * E[Q] = psi / (nu - n - 1).
 */
export interface MniwStandard {
  /** M, n x m row-major: the mean of A. */
  readonly transition: ArrayLike<number>;
  /** K, m x m, symmetric positive definite. */
  readonly columns: ArrayLike<number>;
  /** Psi, n x n, symmetric positive definite. */
  readonly psi: ArrayLike<number>;
  readonly nu: number;
}

export interface MatrixNormalInverseWishart extends ExponentialFamily {
  readonly layout: MniwLayout;
  /** Throws a RangeError if K is not positive definite. Allocates. */
  fromStandard(standard: MniwStandard, natural: Float64Array, at: number): void;
  /** Throws a RangeError for an improper block. Allocates; for summaries and edits. */
  toStandard(
    natural: Float64Array,
    at: number,
  ): MniwStandard & {
    readonly transition: Float64Array;
    readonly columns: Float64Array;
    readonly psi: Float64Array;
  };
}

/** What `factorise` leaves of a block. */
interface Scratch {
  /** Lower Cholesky factors of K^-1 and Psi. */
  readonly pastFactor: Float64Array;
  readonly psiFactor: Float64Array;
  readonly columns: Float64Array;
  readonly transition: Float64Array;
  readonly psi: Float64Array;
}

/**
 * Matrix-normal-inverse-Wishart over the transition matrix A and the noise covariance Q of a
 * linear dynamical system in n dimensions (thesis (4.4), appendices D.4 and D.5). A has m columns:
 * n, or n + 1 where x is followed by a 1, so that the last column of A is an offset.
 *
 * As in `normalInverseWishart.ts`, nu enters the natural parameters as it is and the base measure
 * carries |Q|^(-(n+m+1)/2). A transition from x to x' then adds [x x', x' x, x' x', 1] (outer
 * products), which makes the block's pairing with E[t] equal to
 * E[log N(x' | A x, Q)] + n/2 log 2 pi.
 */
export function createMatrixNormalInverseWishart(n: number, m = n): MatrixNormalInverseWishart {
  const layout = mniwLayout(n, m);
  const { past, cross, next, degrees } = layout;
  const square = n * n;
  const createScratch = (): Scratch => ({
    pastFactor: new Float64Array(m * m),
    psiFactor: new Float64Array(square),
    columns: new Float64Array(m * m),
    transition: new Float64Array(n * m),
    psi: new Float64Array(square),
  });
  const own = createScratch();
  const others = createScratch();
  const inverse = new Float64Array(square);
  const product = new Float64Array(n * m);

  /** Checks a block and leaves its standard form and Cholesky factors in the scratch given. */
  const factorise = (eta: Float64Array, at: number, scratch: Scratch): Status => {
    const nu = eta[at + degrees];
    if (!(nu > n - 1 && nu < Infinity))
      return failure('degrees of freedom of a matrix-normal-inverse-Wishart', nu);
    const { pastFactor, psiFactor, columns, transition, psi } = scratch;
    for (let i = 0; i < m * m; i++) pastFactor[i] = eta[at + past + i];
    const pastPivot = cholesky(pastFactor, 0, m);
    if (pastPivot !== POSITIVE_DEFINITE)
      return failure(
        'pivot of K^-1 of a matrix-normal-inverse-Wishart',
        pastFactor[pastPivot * m + pastPivot],
      );
    choleskyInverse(pastFactor, 0, columns, 0, m);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let k = 0; k < m; k++) sum += eta[at + cross + i * m + k] * columns[k * m + j];
        transition[i * m + j] = sum;
      }
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = eta[at + next + i * n + j];
        for (let k = 0; k < m; k++) sum -= transition[i * m + k] * eta[at + cross + j * m + k];
        psi[i * n + j] = sum;
      }
    psiFactor.set(psi);
    const pivot = cholesky(psiFactor, 0, n);
    return pivot === POSITIVE_DEFINITE
      ? OK
      : failure('pivot of Psi of a matrix-normal-inverse-Wishart', psiFactor[pivot * n + pivot]);
  };

  return {
    layout,
    length: layout.length,
    validate: (natural, at) => factorise(natural, at, own),

    fromStandard({ transition, columns, psi, nu }, natural, at) {
      const factor = Float64Array.from(columns);
      if (cholesky(factor, 0, m) !== POSITIVE_DEFINITE)
        throw new RangeError('The column covariance K is not positive definite.');
      choleskyInverse(factor, 0, natural, at + past, m);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let k = 0; k < m; k++) sum += transition[i * m + k] * natural[at + past + k * m + j];
          natural[at + cross + i * m + j] = sum;
        }
      for (let i = 0; i < n; i++)
        for (let j = 0; j <= i; j++) {
          let sum = psi[i * n + j];
          for (let k = 0; k < m; k++)
            sum += natural[at + cross + i * m + k] * transition[j * m + k];
          natural[at + next + i * n + j] = sum;
          natural[at + next + j * n + i] = sum;
        }
      natural[at + degrees] = nu;
    },

    toStandard(natural, at) {
      const status = factorise(natural, at, own);
      if (!status.ok) throw new RangeError(`The ${status.what} is ${status.value}.`);
      return {
        transition: own.transition.slice(),
        columns: own.columns.slice(),
        psi: own.psi.slice(),
        nu: natural[at + degrees],
      };
    },

    /** E[A' Q^-1 A] = n K + M' E[Q^-1] M, E[Q^-1] = nu Psi^-1. */
    expectedStatistics(natural, at, out, outAt) {
      const status = factorise(natural, at, own);
      if (!status.ok) return status;
      const { columns, transition, psiFactor } = own;
      const nu = natural[at + degrees];
      choleskyInverse(psiFactor, 0, inverse, 0, n);
      for (let i = 0; i < square; i++) out[outAt + next + i] = (-nu * inverse[i]) / 2;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += inverse[i * n + k] * transition[k * m + j];
          product[i * m + j] = nu * sum;
          out[outAt + cross + i * m + j] = nu * sum;
        }
      for (let i = 0; i < m; i++)
        for (let j = 0; j <= i; j++) {
          let sum = n * columns[i * m + j];
          for (let k = 0; k < n; k++) sum += transition[k * m + i] * product[k * m + j];
          out[outAt + past + i * m + j] = -sum / 2;
          out[outAt + past + j * m + i] = -sum / 2;
        }
      out[outAt + degrees] = -expectedLogDeterminant(n, nu, choleskyLogDet(psiFactor, 0, n)) / 2;
      return OK;
    },

    logNormaliser(natural, at) {
      if (!factorise(natural, at, own).ok) return Number.NaN;
      return (
        inverseWishartLogNormaliser(n, natural[at + degrees], choleskyLogDet(own.psiFactor, 0, n)) -
        (n / 2) * choleskyLogDet(own.pastFactor, 0, m) +
        ((n * m) / 2) * Math.log(2 * Math.PI)
      );
    },

    /** KL of the inverse-Wisharts plus the expected KL of the matrix normals. */
    kl(natural, at, other, otherAt) {
      const proper = factorise(natural, at, own).ok && factorise(other, otherAt, others).ok;
      if (!proper) return Number.NaN;
      const [nu, nuOther] = [natural[at + degrees], other[otherAt + degrees]];
      choleskyInverse(own.psiFactor, 0, inverse, 0, n);
      let psiTrace = 0;
      let columnTrace = 0;
      for (let i = 0; i < square; i++) psiTrace += inverse[i] * others.psi[i];
      for (let i = 0; i < m * m; i++) columnTrace += other[otherAt + past + i] * own.columns[i];
      // tr(KOther^-1 D' Psi^-1 D) with D = M - MOther.
      const difference = own.transition;
      for (let i = 0; i < n * m; i++) difference[i] -= others.transition[i];
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += inverse[i * n + k] * difference[k * m + j];
          product[i * m + j] = sum;
        }
      let distance = 0;
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += difference[k * m + i] * product[k * m + j];
          distance += sum * other[otherAt + past + i * m + j];
        }
      const logDetPast = choleskyLogDet(own.pastFactor, 0, m);
      const logDetPastOther = choleskyLogDet(others.pastFactor, 0, m);
      const matrixNormal =
        (n / 2) * (columnTrace - m + logDetPast - logDetPastOther) + (nu * distance) / 2;
      return (
        matrixNormal +
        inverseWishartKl(
          n,
          nu,
          choleskyLogDet(own.psiFactor, 0, n),
          nuOther,
          choleskyLogDet(others.psiFactor, 0, n),
          psiTrace,
        )
      );
    },
  };
}

function failure(what: string, value: number): Status {
  return { ok: false, what, value };
}
