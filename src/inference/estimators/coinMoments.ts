/** Exact expectations under coins: sums over both outcomes, and quadrature for the relaxed coin. */
import { createQuadrature, integrate } from '../../math/quadrature.ts';
import { type CoinQ, relaxedPath } from './coinDraws.ts';
import type { ScoreMoments } from './estimator.ts';
import { type Squares, withOthers } from './gaussianMoments.ts';
import type { Integrand } from './integrands.ts';

export interface CoinMoments extends ScoreMoments {
  readonly straightThrough: Squares;
  readonly relaxed: Squares;
}

/** Of the logistic noise of a relaxed coin: its probability beyond this is below 1e-17. */
const FARTHEST = 40;

const quadrature = createQuadrature(2, 1e-10);

/** @param dimension D: coins in f, each with the same theta */
export function coinMoments(q: CoinQ, f: Integrand, dimension: number): CoinMoments {
  const { theta } = q;
  const over = (at: (z: 0 | 1, score: number) => number) =>
    (1 - theta) * at(0, -1 / (1 - theta)) + theta * at(1, 1 / theta);
  return {
    ...withOthers(
      {
        value: over((z) => f.value(z)),
        squared: over((z) => f.value(z) ** 2),
        gradient: f.value(1) - f.value(0),
        weighed: over((z, score) => f.value(z) * score ** 2),
        term: over((z, score) => (f.value(z) * score) ** 2),
        squaredScore: 1 / (theta * (1 - theta)),
      },
      dimension,
    ),
    straightThrough: { mean: over((z) => f.slope(z)), square: over((z) => f.slope(z) ** 2) },
    relaxed: relaxedSquares(q, f),
  };
}

function relaxedSquares(q: CoinQ, f: Integrand): Squares {
  const { theta, temperature } = q;
  const centre = Math.log1p(-theta) - Math.log(theta);
  // The coin turns around the centre, within a few temperatures.
  const cuts = [-FARTHEST, -8, -2, 0, 2, 8, FARTHEST].concat(
    [-20, -5, -1, 0, 1, 5, 20].map((cut) => centre + cut * temperature),
  );
  const edges = cuts.filter((cut) => Math.abs(cut) <= FARTHEST).sort((a, b) => a - b);
  const [mean, square] = integrate(
    quadrature,
    (t, out) => {
      const density = Math.exp(-Math.abs(t)) / (1 + Math.exp(-Math.abs(t))) ** 2;
      const soft = 1 / (1 + Math.exp(-(t - centre) / temperature));
      const gradient = f.slope(soft) * relaxedPath(soft, q);
      out[0] = density * gradient;
      out[1] = density * gradient * gradient;
    },
    edges,
  );
  return { mean, square };
}
