import type { Random } from '../../../math/random.ts';
import {
  contractionPerSweep,
  type FactorisedGaussian,
  type GaussianTarget,
  gaussianMeanFieldKl,
  makeGaussianTarget,
  updateGaussianFactor,
} from '../gaussianMeanField.ts';
import { drawGaussianCoordinate } from '../gibbs.ts';
import {
  type Box,
  type Coordinate,
  densityOver,
  gridOf,
  normalDensity,
  normalEntropy,
  type Place,
  type PlaneMoments,
  type Posterior,
} from './posterior.ts';

const REACH = 3.4;
const BOX: Box = [
  [-REACH, REACH],
  [-REACH, REACH],
];

/** A normal of two coordinates with variance 1 and a correlation: everything in closed form. */
export class GaussianPosterior implements Posterior {
  readonly names = ['x₁', 'x₂'] as const;
  readonly box = BOX;
  readonly grid;
  readonly exact: PlaneMoments;
  readonly logEvidence = 0;
  readonly contraction: number;
  /** Means of both factors, then their variances. */
  readonly factors = Float64Array.of(0, 0, 1, 1);
  private readonly target: GaussianTarget;
  private readonly q: FactorisedGaussian = {
    means: this.factors.subarray(0, 2),
    variances: this.factors.subarray(2),
  };

  /** @param correlation between -1 and 1, both excluded */
  constructor(correlation: number) {
    const rest = 1 - correlation ** 2;
    const precision = [1, -correlation, -correlation, 1].map((entry) => entry / rest);
    const target = makeGaussianTarget([0, 0], precision);
    if ('ok' in target) {
      throw new Error(
        `A Gaussian with correlation ${correlation} has no density; expected a number between -1 and 1.`,
      );
    }
    this.target = target;
    this.exact = { mean: [0, 0], deviation: [1, 1], correlation };
    this.contraction = contractionPerSweep(target);
    const logScale = -Math.log(2 * Math.PI) - Math.log(rest) / 2;
    this.grid = gridOf(
      BOX,
      (x, y) => logScale - (x * x + y * y - 2 * correlation * x * y) / (2 * rest),
    );
  }

  limit = (): number => this.target.mean[1];

  update(coordinate: Coordinate): void {
    updateGaussianFactor(this.target, this.q, coordinate);
  }

  elbo(): number {
    return this.logEvidence - gaussianMeanFieldKl(this.target, this.q);
  }

  entropy(): number {
    const [first, second] = this.q.variances;
    return normalEntropy(first) + normalEntropy(second);
  }

  moments(): PlaneMoments {
    const [x, y, varianceX, varianceY] = this.factors;
    const deviation = [Math.sqrt(varianceX), Math.sqrt(varianceY)] as const;
    return { mean: [x, y], deviation, correlation: 0 };
  }

  density(coordinate: Coordinate): Float64Array {
    const { means, variances } = this.q;
    return densityOver(BOX, coordinate, normalDensity(means[coordinate], variances[coordinate]));
  }

  place(mean: Place, deviation: Place): void {
    this.factors.set([...mean, ...deviation.map((value) => value ** 2)]);
  }

  draw(state: Float64Array, coordinate: Coordinate, random: Random): void {
    drawGaussianCoordinate(this.target, state, coordinate, random);
  }
}
