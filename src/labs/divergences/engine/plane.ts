/** A correlated Gaussian in the plane, and a factorised q fitted to it in both directions. */
import {
  factorisedFits,
  type GaussianTarget,
  gaussianMeanFieldKl,
  makeGaussianTarget,
} from '../../../inference/variational/gaussianMeanField.ts';
import { forkRandom } from '../../../math/random.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import type { DivergencesEdit } from '../edits.ts';
import type { DivergencesSettings } from '../settings.ts';
import type { FactorsView, PlaneView } from '../snapshot.ts';
import type { DivergencesPart } from './part.ts';

const DIRECTIONS = ['forward', 'reverse'] as const;
type PlaneDirection = (typeof DIRECTIONS)[number];
const ARRIVED = 1e-10;
/** Largest change of the log of a standard deviation in a step. */
const MOST = 0.5;

/** Two means, and the logs of two standard deviations. */
type Factors = ArrayLike<number>;

export class PlaneModel implements DivergencesPart {
  private settings: DivergencesSettings;
  readonly state: Readonly<Record<PlaneDirection, Float64Array>>;
  private p: GaussianTarget;
  private placed: Factors | null = null;

  constructor(settings: DivergencesSettings, seed: number) {
    this.settings = settings;
    this.p = targetOf(settings.correlation);
    const random = forkRandom(seed, 'start');
    const start = Float64Array.of(
      ...[random, random].map(({ uniform }) => 3 * uniform() - 1.5),
      ...[random, random].map(({ uniform }) => Math.log(0.3 + uniform())),
    );
    this.state = { forward: start, reverse: start.slice() };
  }

  get isDone(): boolean {
    return DIRECTIONS.every((direction) =>
      this.stepOf(direction).every((change) => Math.abs(change) < ARRIVED),
    );
  }

  train(): FailedStatus | null {
    for (const direction of DIRECTIONS) {
      const q = this.state[direction];
      const bad = q.findIndex((value) => !Number.isFinite(value));
      if (bad >= 0) return { ok: false, what: 'parameter of q', value: q[bad], index: bad };
      const step = this.stepOf(direction);
      for (let i = 0; i < q.length; i++) q[i] += this.settings.rate * step[i];
    }
    return null;
  }

  terms(isEdited: boolean): ObjectiveTerms {
    const [forward, reverse] = DIRECTIONS.map(
      (direction) =>
        divergencesOf(this.p, (isEdited && this.placed) || this.state[direction])[direction],
    );
    return { total: forward + reverse };
  }

  view(): PlaneView {
    const { correlation } = this.settings;
    const { forward, reverseVariances, forwardVariances } = factorisedFits(this.p);
    return {
      part: 'plane',
      correlation,
      fits: DIRECTIONS.map((direction): FactorsView => {
        const q = this.placed ?? this.state[direction];
        return {
          direction,
          means: [q[0], q[1]],
          sds: [Math.exp(q[2]), Math.exp(q[3])],
          ...divergencesOf(this.p, q),
        };
      }),
      least: forward,
      reverseVariance: reverseVariances[0],
      forwardVariance: forwardVariances[0],
    };
  }

  measure() {
    const { fits, least, reverseVariance, forwardVariance } = this.view();
    const optimum = {
      forward: { variance: forwardVariance, value: least },
      reverse: { variance: reverseVariance, value: least },
    };
    const reached = fits.map(({ direction, means, sds, ...divergences }) => [
      direction,
      {
        value: divergences[direction],
        ...{ means, variances: sds.map((sd) => sd * sd), optimum: optimum[direction] },
      },
    ]);
    return Object.fromEntries(reached);
  }

  setEdits(edits: readonly DivergencesEdit[]): void {
    this.placed = null;
    for (const edit of edits)
      if (edit.kind === 'placeFactors') this.placed = [...edit.means, ...edit.sds.map(Math.log)];
  }

  bake(): void {
    if (this.placed) for (const direction of DIRECTIONS) this.state[direction].set(this.placed);
    this.placed = null;
  }

  updateSettings(settings: DivergencesSettings): void {
    this.settings = settings;
    this.p = targetOf(settings.correlation);
  }

  /** The natural-gradient step of one direction, from the learned factors. */
  private stepOf(direction: PlaneDirection): number[] {
    const q = this.state[direction];
    const { precision, covariance } = this.p;
    return [0, 1, 0, 1].map((i, at) => {
      const variance = Math.exp(2 * q[2 + i]);
      if (at < 2) {
        if (direction === 'forward') return -q[i];
        return -(precision[2 * i] * q[0] + precision[2 * i + 1] * q[1]) / precision[3 * i];
      }
      const surplus =
        direction === 'forward'
          ? (covariance[3 * i] + q[i] * q[i]) / variance - 1
          : 1 - precision[3 * i] * variance;
      return Math.min(MOST, Math.max(-MOST, surplus / 2));
    });
  }
}

function targetOf(correlation: number): GaussianTarget {
  const scale = 1 / (1 - correlation * correlation);
  const off = -correlation * scale;
  const target = makeGaussianTarget([0, 0], [scale, off, off, scale]);
  if ('ok' in target) throw new Error(`A correlation of ${correlation} leaves no density.`);
  return target;
}

/** Both divergences of a factorised q from p, in closed form. */
function divergencesOf(p: GaussianTarget, q: Factors) {
  const means = Float64Array.of(q[0], q[1]);
  const variances = Float64Array.of(Math.exp(2 * q[2]), Math.exp(2 * q[3]));
  let twice = p.logDetPrecision - 2;
  for (let i = 0; i < 2; i++)
    twice += (p.covariance[3 * i] + means[i] * means[i]) / variances[i] + Math.log(variances[i]);
  return { forward: twice / 2, reverse: gaussianMeanFieldKl(p, { means, variances }) };
}
