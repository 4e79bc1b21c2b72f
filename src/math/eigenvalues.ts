/** Eigenvalues of real square matrices, and what turning a complex pair of them makes of the matrix. */
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';

export interface Eigenvalue {
  readonly re: number;
  readonly im: number;
}

/** A change of one complex pair: its angle and its radius times a factor. */
export interface EigenpairTurn {
  /** Counted from 0 in the order of `eigenvalues`, complex pairs only. */
  readonly pair: number;
  readonly angleFactor: number;
  readonly radiusFactor: number;
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
 * The matrix with some complex pairs turned or stretched and everything else left as it is: with
 * A = V D V^-1, the 2 x 2 blocks of D that belong to the pairs change.
 *
 * @param matrix n x n row-major
 * @throws RangeError naming a pair there is not, or eigenvectors that do not span the space
 */
export function turnEigenpairs(
  matrix: ArrayLike<number>,
  n: number,
  turns: readonly EigenpairTurn[],
): Float64Array {
  const turned = Float64Array.from(matrix);
  if (turns.length === 0) return turned;
  const { eigenvectorMatrix, realEigenvalues, imaginaryEigenvalues } = decompose(matrix, n);
  // In D the conjugate, with the negative imaginary part, comes right after.
  const pairs = realEigenvalues
    .map((re, at) => ({ re, im: imaginaryEigenvalues[at], at }))
    .filter(({ im }) => im > 0)
    .sort((a, b) => modulus(b) - modulus(a) || b.im - a.im);
  const change = Matrix.zeros(n, n);
  for (const { pair, angleFactor, radiusFactor } of turns) {
    const found = pairs[pair];
    if (!found)
      throw new RangeError(
        `There is no complex pair ${pair + 1}: the matrix has ${pairs.length} (counted from 0 in edits).`,
      );
    const { re, im, at } = found;
    const radius = radiusFactor * modulus(found);
    const angle = angleFactor * Math.atan2(im, re);
    const [dRe, dIm] = [radius * Math.cos(angle) - re, radius * Math.sin(angle) - im];
    change.set(at, at, dRe);
    change.set(at + 1, at + 1, dRe);
    change.set(at, at + 1, dIm);
    change.set(at + 1, at, -dIm);
  }
  const difference = eigenvectorMatrix.mmul(change).mmul(inverse(eigenvectorMatrix));
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) turned[i * n + j] += difference.get(i, j);
  if (turned.some((value) => !Number.isFinite(value)))
    throw new RangeError('The eigenvectors of the matrix do not span the space.');
  return turned;
}

function decompose(matrix: ArrayLike<number>, n: number): EigenvalueDecomposition {
  return new EigenvalueDecomposition(Matrix.from1DArray(n, n, Array.from(matrix)));
}
