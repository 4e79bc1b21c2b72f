/** Eigenvalues of real square matrices, and what turning complex pairs of them makes of the matrix. */
import { LuDecomposition, Matrix } from 'ml-matrix';
import { type RealSchur, realSchur } from './realSchur.ts';

export interface Eigenvalue {
  readonly re: number;
  readonly im: number;
}

/** A complex eigenvalue, im > 0, that stands for its conjugate too. */
export interface ComplexPair extends Eigenvalue {
  /**
   * E|part of x that lies in the pair's plane|^2, given E[x x']: how much of the motion is its.
   */
  readonly energy: number;
}

/** A change of one complex pair: its angle and its radius times a factor. */
export interface PairTurn {
  /** Index in `ModalForm.pairs`. */
  readonly pair: number;
  readonly angleFactor: number;
  readonly radiusFactor: number;
}

/** A matrix taken apart into its complex pairs and the planes they act on. */
export interface ModalForm {
  /**
   * In no particular order. A pair whose plane cannot be told from what surrounds it, as in a matrix
   * whose eigenvectors are parallel, is not among them: it cannot be turned by itself.
   */
  readonly pairs: readonly ComplexPair[];
  /**
   * The matrix with some pairs turned or stretched and everything else left as it is, n x n: only
   * what it does within the planes of these pairs changes.
   */
  turned(turns: readonly PairTurn[]): Float64Array;
  /**
   * How much of its angle a pair gains, to first order, for every bit that a column of the matrix
   * does: d ln(angle) / d ln(column), length n. These are the participation factors of modal
   * analysis in polar form.
   */
  columnInfluence(pair: number): Float64Array;
}

/**
 * The projector on a pair's plane is this much longer than that of a plane at right angles to the
 * rest at most, or rounding errors, which grow with it, could be seen in a turned matrix.
 */
const LONGEST_PROJECTOR = 1e6;

/** The plane a pair acts on: projector = plane within, and matrix = plane block within on it. */
interface InvariantPlane {
  /** n x 2 */
  readonly plane: Matrix;
  /** 2 x n; within plane = I. */
  readonly within: Matrix;
  /** 2 x 2, with the pair as its eigenvalues. */
  readonly block: Matrix;
}

/**
 * All n eigenvalues by falling modulus, each complex one followed by its conjugate.
 *
 * @param matrix n x n row-major
 */
export function eigenvalues(matrix: ArrayLike<number>, n: number): Eigenvalue[] {
  const { re, im } = realSchur(matrix, n);
  return Array.from(re, (value, i) => ({ re: value, im: im[i] }))
    .filter((value) => !(value.im < 0))
    .sort((a, b) => modulus(b) - modulus(a) || b.im - a.im)
    .flatMap((value) => (value.im > 0 ? [value, { re: value.re, im: -value.im }] : [value]));
}

/** Distance from the origin: below 1 the direction dies out, above 1 it grows without bound. */
export function modulus({ re, im }: Eigenvalue): number {
  return Math.hypot(re, im);
}

/**
 * @param matrix n x n row-major
 * @param moment E[x x'] of the vectors it acts on, n x n, up to a factor
 */
export function modalForm(
  matrix: ArrayLike<number>,
  n: number,
  moment: ArrayLike<number>,
): ModalForm {
  const schur = realSchur(matrix, n);
  const moments = square(n, moment);
  const planes: InvariantPlane[] = [];
  const pairs: ComplexPair[] = [];
  schur.im.forEach((im, at) => {
    const found = im > 0 ? invariantPlane(schur, n, at) : null;
    if (!found) return;
    const { plane, within } = found;
    const spread = within.mmul(moments).mmul(within.transpose());
    const energy = plane.transpose().mmul(plane).mmul(spread).trace();
    planes.push(found);
    pairs.push({ re: schur.re[at], im, energy });
  });

  const turned = (turns: readonly PairTurn[]): Float64Array => {
    const result = Float64Array.from(matrix);
    for (const { pair, angleFactor, radiusFactor } of turns) {
      const { plane, within, block } = planes[pair];
      const { re, im } = pairs[pair];
      const radius = radiusFactor * Math.hypot(re, im);
      const angle = angleFactor * Math.atan2(im, re);
      // (block - re I) / im squares to -I: it is the quarter turn of this plane.
      const quarter = Matrix.sub(block, Matrix.eye(2).mul(re)).div(im);
      const change = Matrix.eye(2).mul(radius * Math.cos(angle) - re);
      change.add(quarter.mul(radius * Math.sin(angle) - im));
      const difference = plane.mmul(change).mmul(within).to1DArray();
      for (let i = 0; i < result.length; i++) result[i] += difference[i];
    }
    return result;
  };

  const columnInfluence = (pair: number): Float64Array => {
    const { plane, within, block } = planes[pair];
    const { re, im } = pairs[pair];
    const square = re * re + im * im;
    const moved = block.mmul(within);
    return Float64Array.from({ length: n }, (_, j) => {
      // Column j times 1 + e changes the block by e block w_j p_j': its trace and determinant.
      const dTrace = moved.get(0, j) * plane.get(j, 0) + moved.get(1, j) * plane.get(j, 1);
      const along = within.get(0, j) * plane.get(j, 0) + within.get(1, j) * plane.get(j, 1);
      const dRe = dTrace / 2;
      const dIm = (square * along - re * dTrace) / (2 * im);
      return (re * dIm - im * dRe) / square / Math.atan2(im, re);
    });
  };
  return { pairs, turned, columnInfluence };
}

/**
 * The plane of the 2 x 2 block of T from row `at` on. T has it as its columns (Y; I; 0) and rows
 * (0, I, W) in blocks above, at and below, by Sylvester's equations (Golub and Van Loan, 7.6.3):
 * T11 Y - Y block = -T12 and W T33 - block W = -T23. Null where these have no sound solution.
 */
function invariantPlane({ T, Z }: RealSchur, n: number, at: number): InvariantPlane | null {
  const whole = square(n, T);
  const basis = square(n, Z);
  const block = whole.subMatrix(at, at + 1, at, at + 1);
  const plane = Matrix.zeros(n, 2);
  const within = Matrix.zeros(2, n);
  plane.setSubMatrix(Matrix.eye(2), at, 0);
  within.setSubMatrix(Matrix.eye(2), 0, at);
  if (at > 0) {
    const above = whole.subMatrix(0, at - 1, 0, at - 1);
    const Y = sylvester(above, block, whole.subMatrix(0, at - 1, at, at + 1).neg());
    if (!Y) return null;
    plane.setSubMatrix(Y, 0, 0);
  }
  const next = at + 2;
  if (next < n) {
    const below = whole.subMatrix(next, n - 1, next, n - 1).transpose();
    const right = whole
      .subMatrix(at, at + 1, next, n - 1)
      .transpose()
      .neg();
    const W = sylvester(below, block.transpose(), right);
    if (!W) return null;
    within.setSubMatrix(W.transpose(), 0, next);
  }
  if (!(plane.norm() * within.norm() <= LONGEST_PROJECTOR)) return null;
  return { plane: basis.mmul(plane), within: within.mmul(basis.transpose()), block };
}

/** X with A X - X B = C for a 2 x 2 B; null where there is not one alone. */
function sylvester(A: Matrix, B: Matrix, C: Matrix): Matrix | null {
  const rows = A.rows;
  // In the columns of X and C one after the other: (I (x) A - B' (x) I) x = c.
  const system = Matrix.sub(
    Matrix.eye(2).kroneckerProduct(A),
    B.transpose().kroneckerProduct(Matrix.eye(rows)),
  );
  const lu = new LuDecomposition(system);
  if (lu.isSingular()) return null;
  const x = lu.solve(Matrix.columnVector(C.transpose().to1DArray()));
  return Matrix.from1DArray(2, rows, x.to1DArray()).transpose();
}

function square(n: number, values: ArrayLike<number>): Matrix {
  return Matrix.from1DArray(n, n, Array.from(values));
}
