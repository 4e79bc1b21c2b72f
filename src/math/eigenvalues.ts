/** Eigenvalues of real square matrices, and what turning complex pairs of them makes of the matrix. */
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';

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

/** A matrix taken apart into its eigenvalues and the spaces they act on. */
export interface ModalForm {
  /** In no particular order. */
  readonly pairs: readonly ComplexPair[];
  /**
   * The matrix with some pairs turned or stretched and everything else left as it is, n x n: with
   * A = V D V^-1, the 2 x 2 blocks of D that belong to the pairs change.
   */
  turned(turns: readonly PairTurn[]): Float64Array;
}

/**
 * All n eigenvalues by falling modulus, each complex one followed by its conjugate.
 *
 * @param matrix n x n row-major
 */
export function eigenvalues(matrix: ArrayLike<number>, n: number): Eigenvalue[] {
  const { realEigenvalues, imaginaryEigenvalues } = decompose(matrix, n);
  return realEigenvalues
    .map((re, i) => ({ re, im: imaginaryEigenvalues[i] }))
    .sort((a, b) => modulus(b) - modulus(a) || Math.abs(b.im) - Math.abs(a.im) || b.im - a.im);
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
  const { eigenvectorMatrix, realEigenvalues, imaginaryEigenvalues } = decompose(matrix, n);
  // The conjugate, with the negative imaginary part, comes right after.
  const columns = imaginaryEigenvalues.flatMap((im, column) => (im > 0 ? [column] : []));
  if (columns.length === 0) return { pairs: [], turned: () => Float64Array.from(matrix) };
  const coordinates = inverse(eigenvectorMatrix);
  const moments = Matrix.from1DArray(n, n, Array.from(moment));
  const pairs = columns.map((column) => {
    const plane = eigenvectorMatrix.subMatrix(0, n - 1, column, column + 1);
    const within = coordinates.subMatrix(column, column + 1, 0, n - 1);
    const spread = within.mmul(moments).mmul(within.transpose());
    const energy = plane.transpose().mmul(plane).mmul(spread).trace();
    return { re: realEigenvalues[column], im: imaginaryEigenvalues[column], energy };
  });

  const turned = (turns: readonly PairTurn[]): Float64Array => {
    const result = Float64Array.from(matrix);
    const change = Matrix.zeros(n, n);
    for (const { pair, angleFactor, radiusFactor } of turns) {
      const column = columns[pair];
      const { re, im } = pairs[pair];
      const radius = radiusFactor * Math.hypot(re, im);
      const angle = angleFactor * Math.atan2(im, re);
      const [dRe, dIm] = [radius * Math.cos(angle) - re, radius * Math.sin(angle) - im];
      change.set(column, column, dRe);
      change.set(column + 1, column + 1, dRe);
      change.set(column, column + 1, dIm);
      change.set(column + 1, column, -dIm);
    }
    const difference = eigenvectorMatrix.mmul(change).mmul(coordinates);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) result[i * n + j] += difference.get(i, j);
    return result;
  };
  return { pairs, turned };
}

function decompose(matrix: ArrayLike<number>, n: number): EigenvalueDecomposition {
  return new EigenvalueDecomposition(Matrix.from1DArray(n, n, Array.from(matrix)));
}
