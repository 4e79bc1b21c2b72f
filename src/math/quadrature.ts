/**
 * Adaptive Gauss-Kronrod quadrature (7 and 15 points) of several integrands at once, so that
 * figures that share their densities share the evaluations. Kinks and corners are found by
 * halving; known ones are better given as edges.
 */

/** Kronrod's nodes in (0, 1], the last one is the centre; even ones are Gauss's too. */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
  0.5860872354676911, 0.4058451513773972, 0.20778495500789848, 0,
];
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
  0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const GAUSS = [
  0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0, 0.4179591836734694,
];

/** An interval is halved at most so often; by then it is 2^-40 of the first one. */
const MOST_HALVINGS = 40;

/** Fills `out`, one number for each integrand, all of them finite. */
export type Integrands = (x: number, out: Float64Array) => void;

/** Memory of `integrate`, made once. */
export interface Quadrature {
  /** One integral for each integrand. */
  readonly values: Float64Array;
  /**
   * How far both rules may differ in an interval, relative to the larger of its integral and 1. The
   * value that is kept is that of the better rule, with about the 1.5th power of the difference.
   */
  readonly tolerance: number;
  readonly scratch: {
    readonly point: Float64Array;
    readonly kronrod: Float64Array;
    readonly gauss: Float64Array;
    /** Left and right ends of the intervals that wait. */
    readonly ends: Float64Array;
  };
}

export function createQuadrature(integrands: number, tolerance = 1e-9): Quadrature {
  const numbers = () => new Float64Array(integrands);
  return {
    values: numbers(),
    tolerance,
    scratch: {
      point: numbers(),
      kronrod: numbers(),
      gauss: numbers(),
      ends: new Float64Array(2 * (MOST_HALVINGS + 2)),
    },
  };
}

/**
 * Integrals over [edges[0], edges[count - 1]], each interval between neighbouring edges by itself.
 *
 * @param edges ascending; equal neighbours are passed over
 * @returns `quadrature.values`
 */
export function integrate(
  quadrature: Quadrature,
  integrands: Integrands,
  edges: ArrayLike<number>,
  count = edges.length,
): Float64Array {
  const { values } = quadrature;
  values.fill(0);
  for (let i = 0; i + 1 < count; i++)
    if (edges[i + 1] > edges[i]) addInterval(quadrature, integrands, edges[i], edges[i + 1]);
  return values;
}

function addInterval(quadrature: Quadrature, integrands: Integrands, from: number, to: number) {
  const { values, tolerance, scratch } = quadrature;
  const { kronrod, gauss, ends } = scratch;
  const narrowest = (to - from) * 2 ** -MOST_HALVINGS;
  let waiting = 0;
  ends[0] = from;
  ends[1] = to;
  while (waiting >= 0) {
    const left = ends[2 * waiting];
    const right = ends[2 * waiting + 1];
    applyRule(scratch, integrands, left, right);
    let exact = true;
    for (let k = 0; k < values.length; k++)
      exact &&= Math.abs(kronrod[k] - gauss[k]) <= tolerance * Math.max(1, Math.abs(kronrod[k]));
    if (exact || right - left <= narrowest) {
      for (let k = 0; k < values.length; k++) values[k] += kronrod[k];
      waiting -= 1;
      continue;
    }
    const middle = (left + right) / 2;
    ends[2 * waiting] = middle;
    waiting += 1;
    ends[2 * waiting] = left;
    ends[2 * waiting + 1] = middle;
  }
}

function applyRule(
  { point, kronrod, gauss }: Quadrature['scratch'],
  integrands: Integrands,
  left: number,
  right: number,
): void {
  const centre = (left + right) / 2;
  const half = (right - left) / 2;
  kronrod.fill(0);
  gauss.fill(0);
  for (let i = 0; i < NODES.length; i++)
    for (let side = -1; side <= (NODES[i] === 0 ? -1 : 1); side += 2) {
      integrands(centre + side * NODES[i] * half, point);
      for (let k = 0; k < point.length; k++) {
        kronrod[k] += KRONROD[i] * half * point[k];
        gauss[k] += GAUSS[i] * half * point[k];
      }
    }
}
