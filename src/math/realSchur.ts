/**
 * Real Schur form by Householder reflections and Francis's double-shift QR iteration (Golub and Van
 * Loan, Matrix Computations, 7.4 and 7.5), with the deflation test and the order of operations of
 * EISPACK's `hqr2`. That routine, and the libraries that follow it, try an unusual shift twice and
 * then go on for ever with matrices such as permutations; here one is tried again and again, and
 * the number of iterations is bounded.
 */

/** A = Z T Z', n x n each, row-major. */
export interface RealSchur {
  /** Upper triangular but for 2 x 2 blocks on its diagonal, one for each complex pair. */
  readonly T: Float64Array;
  /** Orthogonal. */
  readonly Z: Float64Array;
  /** Eigenvalues in the order of the diagonal; of a pair the one with im > 0 comes first. */
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** After so many steps without an eigenvalue the shifts go round in circles: an unusual one is due. */
const PATIENCE = 10;
/** Then the smallest link is cut, an error of its size. No matrix is known that comes to this. */
const MOST_STEPS = 300;

/** @param matrix n x n row-major; where it is not finite, nor are the eigenvalues */
export function realSchur(matrix: ArrayLike<number>, n: number): RealSchur {
  const T = Float64Array.from(matrix);
  const Z = new Float64Array(n * n);
  for (let i = 0; i < n; i++) Z[i * n + i] = 1;
  toHessenberg(T, Z, n);
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  const norm = T.reduce((sum, value) => sum + Math.abs(value), 0);
  let last = n - 1;
  let steps = 0;
  while (last >= 0) {
    const first = blockStart(T, n, last, norm, steps >= MOST_STEPS);
    if (first === last) {
      re[last] = T[last * n + last];
    } else if (first === last - 1) {
      splitPair(T, Z, n, first, re, im);
    } else {
      francisStep(T, Z, n, first, last, steps > 0 && steps % PATIENCE === 0);
      steps += 1;
      continue;
    }
    last = first - 1;
    steps = 0;
  }
  for (let i = 1; i < n; i++) {
    T.fill(0, i * n, i * n + i - 1);
    if (!(im[i] < 0)) T[i * n + i - 1] = 0;
  }
  return { T, Z, re, im };
}

/** Reflections from both sides make T zero below its first subdiagonal; Z becomes their product. */
function toHessenberg(T: Float64Array, Z: Float64Array, n: number): void {
  const v = new Float64Array(n);
  for (let m = 1; m < n - 1; m++) {
    let scale = 0;
    for (let i = m; i < n; i++) scale += Math.abs(T[i * n + m - 1]);
    if (scale === 0) continue;
    let h = 0;
    for (let i = n - 1; i >= m; i--) {
      v[i] = T[i * n + m - 1] / scale;
      h += v[i] * v[i];
    }
    const g = v[m] > 0 ? -Math.sqrt(h) : Math.sqrt(h);
    h -= v[m] * g;
    v[m] -= g;
    for (let j = m; j < n; j++) {
      let f = 0;
      for (let i = n - 1; i >= m; i--) f += v[i] * T[i * n + j];
      f /= h;
      for (let i = m; i < n; i++) T[i * n + j] -= f * v[i];
    }
    for (const matrix of [T, Z])
      for (let i = 0; i < n; i++) {
        let f = 0;
        for (let j = n - 1; j >= m; j--) f += v[j] * matrix[i * n + j];
        f /= h;
        for (let j = m; j < n; j++) matrix[i * n + j] -= f * v[j];
      }
    T[m * n + m - 1] = scale * g;
    for (let i = m + 1; i < n; i++) T[i * n + m - 1] = 0;
  }
}

/** First row of the block that ends at `last` and hangs together; `cut` makes one end somewhere. */
function blockStart(T: Float64Array, n: number, last: number, norm: number, cut: boolean): number {
  let weakest = last;
  for (let l = last; l > 0; l--) {
    const around = Math.abs(T[(l - 1) * n + l - 1]) + Math.abs(T[l * n + l]) || norm;
    const link = Math.abs(T[l * n + l - 1]);
    if (link === 0 || link < Number.EPSILON * around) return l;
    if (link < Math.abs(T[weakest * n + weakest - 1])) weakest = l;
  }
  return cut ? weakest : 0;
}

/** The 2 x 2 block from row m on: a complex pair stays one, two real eigenvalues are separated. */
function splitPair(
  T: Float64Array,
  Z: Float64Array,
  n: number,
  m: number,
  re: Float64Array,
  im: Float64Array,
): void {
  const [above, below] = [m * n, (m + 1) * n];
  const w = T[below + m] * T[above + m + 1];
  const p = (T[above + m] - T[below + m + 1]) / 2;
  const q = p * p + w;
  const root = Math.sqrt(Math.abs(q));
  const x = T[below + m + 1];
  if (!(q >= 0)) {
    re[m] = re[m + 1] = x + p;
    im[m] = root;
    im[m + 1] = -root;
    return;
  }
  const z = p >= 0 ? p + root : p - root;
  re[m] = x + z;
  re[m + 1] = z === 0 ? re[m] : x - w / z;
  const length = Math.hypot(T[below + m], z);
  const [s, c] = [T[below + m] / length, z / length];
  for (let j = m; j < n; j++) {
    const [a, b] = [T[above + j], T[below + j]];
    T[above + j] = c * a + s * b;
    T[below + j] = c * b - s * a;
  }
  turnColumns(T, n, m, m + 2, c, s);
  turnColumns(Z, n, m, n, c, s);
}

/** Columns m and m + 1 of the first `rows` rows. */
function turnColumns(
  A: Float64Array,
  n: number,
  m: number,
  rows: number,
  c: number,
  s: number,
): void {
  for (let at = m; at < rows * n; at += n) {
    const [a, b] = [A[at], A[at + 1]];
    A[at] = c * a + s * b;
    A[at + 1] = c * b - s * a;
  }
}

/** One double-shift step on rows and columns first..last, at least three of them. */
function francisStep(
  T: Float64Array,
  Z: Float64Array,
  n: number,
  first: number,
  last: number,
  unusual: boolean,
): void {
  const at = (i: number, j: number) => T[i * n + j];
  let x = at(last, last);
  let y = at(last - 1, last - 1);
  let w = at(last, last - 1) * at(last - 1, last);
  if (unusual) {
    const s = Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2));
    x = y = x + 0.75 * s;
    w = -0.4375 * s * s;
  }
  // Where two links are small together the step can start below them.
  let start = last - 2;
  let [p, q, r] = [0, 0, 0];
  for (; ; start--) {
    const z = at(start, start);
    r = x - z;
    const s = y - z;
    p = (r * s - w) / at(start + 1, start) + at(start, start + 1);
    q = at(start + 1, start + 1) - z - r - s;
    r = at(start + 2, start + 1);
    const size = Math.abs(p) + Math.abs(q) + Math.abs(r);
    p /= size;
    q /= size;
    r /= size;
    if (start === first) break;
    const link = Math.abs(at(start, start - 1)) * (Math.abs(q) + Math.abs(r));
    const around =
      Math.abs(at(start - 1, start - 1)) + Math.abs(z) + Math.abs(at(start + 1, start + 1));
    if (link < Number.EPSILON * (Math.abs(p) * around)) break;
  }
  for (let i = start + 2; i <= last; i++) T[i * n + i - 2] = 0;
  for (let i = start + 3; i <= last; i++) T[i * n + i - 3] = 0;
  chaseBulge(T, Z, n, { first, start, last }, [p, q, r]);
}

/** Reflections of three neighbouring rows and columns each push the bulge down and out. */
function chaseBulge(
  T: Float64Array,
  Z: Float64Array,
  n: number,
  { first, start, last }: { readonly first: number; readonly start: number; readonly last: number },
  bulge: readonly [number, number, number],
): void {
  let [p, q, r] = bulge;
  for (let k = start; k < last; k++) {
    const three = k < last - 1;
    let size = 1;
    if (k > start) {
      p = T[k * n + k - 1];
      q = T[(k + 1) * n + k - 1];
      r = three ? T[(k + 2) * n + k - 1] : 0;
      size = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (size === 0) return;
      p /= size;
      q /= size;
      r /= size;
    }
    const root = Math.sqrt(p * p + q * q + r * r);
    const s = p < 0 ? -root : root;
    if (s === 0) continue;
    if (k > start) T[k * n + k - 1] = -s * size;
    else if (start > first) T[k * n + k - 1] *= -1;
    p += s;
    const [x, y, z] = [p / s, q / s, r / s];
    q /= p;
    r /= p;
    for (let j = k; j < n; j++) {
      const third = three ? T[(k + 2) * n + j] : 0;
      const sum = three
        ? T[k * n + j] + q * T[(k + 1) * n + j] + r * third
        : T[k * n + j] + q * T[(k + 1) * n + j];
      T[k * n + j] -= sum * x;
      T[(k + 1) * n + j] -= sum * y;
      if (three) T[(k + 2) * n + j] = third - sum * z;
    }
    const reflect = (A: Float64Array, rows: number) => {
      for (let row = k; row < rows * n; row += n) {
        const sum = three
          ? x * A[row] + y * A[row + 1] + z * A[row + 2]
          : x * A[row] + y * A[row + 1];
        A[row] -= sum;
        A[row + 1] -= sum * q;
        if (three) A[row + 2] -= sum * r;
      }
    };
    reflect(T, Math.min(last, k + 3) + 1);
    reflect(Z, n);
  }
}
