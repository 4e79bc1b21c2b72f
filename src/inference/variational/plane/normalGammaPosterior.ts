import type { Random } from '../../../math/random.ts';
import { digamma, lgamma } from '../../../math/specialFunctions.ts';
import { drawMean, drawPrecision } from '../gibbs.ts';
import {
  exactNormalGamma,
  makeNormalGammaTarget,
  messagesToMean,
  messagesToPrecision,
  type NormalGammaFactors,
  type NormalGammaPrior,
  type NormalGammaTarget,
  normalGammaElbo,
  normalGammaLogJoint,
  updateMean,
  updatePrecision,
} from '../normalGamma.ts';
import {
  type Box,
  type Coordinate,
  densityOver,
  gridOf,
  type LogDensity,
  middlesOf,
  type NormalGammaTable,
  normalDensity,
  normalEntropy,
  type Place,
  type PlaneMoments,
  type Posterior,
} from './posterior.ts';

/** Beyond the outermost observation. */
const AIR = 1;
/** Of the precision: its exact mean and so many standard deviations. */
const DEVIATIONS = 4;
const ROUND = [1, 1.5, 2, 3, 4, 6, 8, 10];

/** Mean mu and precision tau of a normal with a normal-gamma prior, given observations. */
export class NormalGammaPosterior implements Posterior {
  readonly names = ['μ', 'τ'] as const;
  readonly box: Box;
  readonly grid;
  readonly exact: PlaneMoments;
  readonly logEvidence: number;
  readonly contraction = null;
  /** Mean and variance of q(mu), shape and rate of q(tau). */
  readonly factors = Float64Array.of(0, 1, 1, 1);
  private readonly target: NormalGammaTarget;

  constructor(observations: readonly number[], prior: NormalGammaPrior) {
    const target = makeNormalGammaTarget(observations, prior);
    const exact = exactNormalGamma(target);
    const { mean, shape, rate, meanVariance } = exact;
    this.target = target;
    this.logEvidence = exact.logEvidence;
    this.exact = {
      mean: [mean, shape / rate],
      deviation: [Math.sqrt(meanVariance), Math.sqrt(shape) / rate],
      correlation: 0,
    };
    this.box = boxOf(observations, this.exact);
    this.grid = gridOf(this.box, logJointOnGrid(target, this.box));
  }

  limit = (): number => this.exact.mean[1];

  update(coordinate: Coordinate): void {
    const q = this.q();
    (coordinate === 0 ? updateMean : updatePrecision)(this.target, q);
    this.factors.set([q.mean, q.variance, q.shape, q.rate]);
  }

  elbo(): number {
    return normalGammaElbo(this.target, this.q());
  }

  entropy(): number {
    const { variance, shape, rate } = this.q();
    const ofTau = shape - Math.log(rate) + lgamma(shape) + (1 - shape) * digamma(shape);
    return normalEntropy(variance) + ofTau;
  }

  moments(): PlaneMoments {
    const { mean, variance, shape, rate } = this.q();
    return {
      mean: [mean, shape / rate],
      deviation: [Math.sqrt(variance), Math.sqrt(shape) / rate],
      correlation: 0,
    };
  }

  density(coordinate: Coordinate): Float64Array {
    const { mean, variance, shape, rate } = this.q();
    if (coordinate === 0) return densityOver(this.box, 0, normalDensity(mean, variance));
    const logScale = shape * Math.log(rate) - lgamma(shape);
    return densityOver(this.box, 1, (tau) =>
      Math.exp(logScale + (shape - 1) * Math.log(tau) - rate * tau),
    );
  }

  place([mu, tau]: Place, deviation: Place): void {
    if (!(tau > 0)) throw new Error(`The mean of q(τ) is ${tau}; a precision is above 0.`);
    const rate = tau / deviation[1] ** 2;
    this.factors.set([mu, deviation[0] ** 2, tau * rate, rate]);
  }

  draw(state: Float64Array, coordinate: Coordinate, random: Random): void {
    state[coordinate] =
      coordinate === 0
        ? drawMean(this.target, state[1], random)
        : drawPrecision(this.target, state[0], random);
  }

  messages(): NormalGammaTable {
    const q = this.q();
    return {
      mean: messagesToMean(this.target, q),
      precision: messagesToPrecision(this.target, q),
      ofMean: [q.mean / q.variance, -1 / (2 * q.variance)],
      ofPrecision: [q.shape - 1, -q.rate],
    };
  }

  private q(): NormalGammaFactors {
    const [mean, variance, shape, rate] = this.factors;
    return { mean, variance, shape, rate };
  }
}

/** Observations and most of the posterior; in round numbers, so that it seldom changes. */
function boxOf(observations: readonly number[], { mean, deviation }: PlaneMoments): Box {
  const reach = Number.isFinite(deviation[0]) ? 3 * deviation[0] : AIR;
  const most = mean[1] + DEVIATIONS * deviation[1];
  const power = 10 ** Math.floor(Math.log10(most));
  const top = (ROUND.find((value) => value * power >= most) ?? 10) * power;
  return [
    [
      Math.floor(Math.min(...observations, mean[0] - reach) - AIR / 2),
      Math.ceil(Math.max(...observations, mean[0] + reach) + AIR / 2),
    ],
    [0, top],
  ];
}

/**
 * The log joint is c + k log tau - a(mu) tau. Its parts are computed once for each column and row: a
 * grid is filled in every frame of a drag.
 */
function logJointOnGrid(target: NormalGammaTarget, box: Box): LogDensity {
  const k = (target.count + 1) / 2 + target.prior.shape - 1;
  const at = (tau: number) => middlesOf(box, 0).map((mu) => normalGammaLogJoint(target, mu, tau));
  const [ofOne, ofTwo] = [at(1), at(2)];
  const a = ofOne.map((first, column) => first - ofTwo[column] + k * Math.LN2);
  const c = ofOne[0] + a[0];
  const logTau = middlesOf(box, 1).map(Math.log);
  return (_mu, tau, column, row) => c + k * logTau[row] - a[column] * tau;
}
