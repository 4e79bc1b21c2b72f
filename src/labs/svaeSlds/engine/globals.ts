/**
 * Chain, first latent and dynamics as global parameters: their prior, and what a plot shows of them; edits
 * are laid over them in `editedGlobals.ts`. The flat layout is that of `distributions/switchingDynamics.ts`.
 */
import { createDirichlet } from '../../../distributions/dirichlet.ts';
import {
  createSwitchingDynamicsFamily,
  type SwitchingDynamicsFamily,
  stateAt,
} from '../../../distributions/switchingDynamics.ts';
import { diagonal } from '../../../math/diagonal.ts';
import { eigenvalues, modulus } from '../../../math/eigenvalues.ts';
import { OK, type Status } from '../../../math/status.ts';
import { FamilyGlobals } from '../../shared/engine/familyModel.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import type { SldsState } from '../snapshot.ts';

/** kappa of the first latent's prior: it knows next to nothing of where windows begin. */
const INITIAL_KAPPA = 0.1;
/** Each entry of the prior of the first state. */
const INITIAL_COUNT = 1;
/** Columns of A hardly vary where there is to be none. */
const NO_SPREAD = 1e-6;
/** A transition that is set to nothing keeps this much, so that its logarithm is a number. */
export const LEAST_PROBABILITY = 1e-6;
/** Radians; a smaller angle is a rounding error. */
const LEAST_ANGLE = 1e-6;
/** Of an eigenvalue with an angle: a hidden Markov model has A of about 1e-4, where steps leave nothing to turn. */
const LEAST_MODULUS = 1e-3;

/** x_t+1 = A x_t + b + noise, at the mean of the posterior; row-major. */
export interface StateStep {
  readonly transition: Float64Array;
  readonly offset: Float64Array;
  /** The noise local inference works with, the inverse of E[Q^-1]; d x d. */
  readonly noise: Float64Array;
}

export class SldsGlobals extends FamilyGlobals<SwitchingDynamicsFamily> {
  /** K */
  readonly states: number;
  readonly prior: Float64Array;

  constructor(settings: SvaeSldsSettings) {
    const { states: K, latentDimension: d } = settings;
    super(d, createSwitchingDynamicsFamily(K, d));
    this.states = K;
    this.prior = this.makePrior(settings);
  }

  /** Without removed states the chain is that of the others; what `out` says of the removed ones then has no meaning. */
  override expectedStatistics(
    natural: Float64Array,
    out: Float64Array,
    removed: readonly number[] = [],
  ): Status {
    const status = super.expectedStatistics(natural, out);
    if (!status.ok || removed.length === 0) return status;
    const kept = this.kept(removed);
    const weights = createDirichlet(kept.length);
    const expected = new Float64Array(kept.length);
    this.eachRow((at) => {
      weights.expectedStatistics(gathered(natural, at, kept), 0, expected, 0);
      kept.forEach((k, i) => {
        out[at + k] = expected[i];
      });
    });
    return OK;
  }

  /** Of the states that are not removed. */
  override kl(natural: Float64Array, removed: readonly number[] = []): number {
    const { family, prior } = this;
    if (removed.length === 0) return super.kl(natural);
    const { layout, initial, dynamics } = family;
    const kept = this.kept(removed);
    const weights = createDirichlet(kept.length);
    let sum = initial.kl(natural, layout.initialAt, prior, layout.initialAt);
    this.eachRow((at, of) => {
      if (of === null || kept.includes(of))
        sum += weights.kl(gathered(natural, at, kept), 0, gathered(prior, at, kept), 0);
    });
    for (const k of kept) {
      const at = stateAt(layout, k);
      sum += dynamics.kl(natural, at, prior, at);
    }
    return sum;
  }

  /** What takes a latent to the next in a state. */
  step(natural: Float64Array, state: number): StateStep {
    const { dynamics, layout } = this.family;
    const { dimension: d } = this;
    const { transition, psi, nu } = dynamics.toStandard(natural, stateAt(layout, state));
    const m = d + 1;
    return {
      transition: Float64Array.from({ length: d * d }, (_, at) => {
        const row = Math.floor(at / d);
        return transition[row * m + (at % d)];
      }),
      offset: Float64Array.from({ length: d }, (_, i) => transition[i * m + d]),
      noise: psi.map((value) => value / nu),
    };
  }

  /** E[P], K x K: rows sum to 1, removed states have none of it. */
  chain(natural: Float64Array, removed: readonly number[] = []): Float64Array {
    const { states: K } = this;
    const { chainAt } = this.family.layout;
    const chain = natural.slice(chainAt, chainAt + K * K);
    for (let j = 0; j < K; j++) normalise(chain, j * K, K, removed);
    return chain;
  }

  /** E[pi], K. */
  initial(natural: Float64Array, removed: readonly number[] = []): Float64Array {
    const initial = natural.slice(0, this.states);
    normalise(initial, 0, this.states, removed);
    return initial;
  }

  /** Steps of the data in each state, K, as its dynamics count them. */
  stepCounts(natural: Float64Array): number[] {
    const { layout } = this.family;
    return Array.from({ length: this.states }, (_, k) => {
      const at = stateAt(layout, k) + layout.dynamics.degrees;
      return Math.max(0, natural[at] - this.prior[at]);
    });
  }

  /** What a plot shows of the states, at natural parameters that have their edits in. */
  summary(
    natural: Float64Array,
    removed: readonly number[],
    shares: ArrayLike<number>,
    taught: ArrayLike<number> = [],
  ): readonly SldsState[] {
    const chain = this.chain(natural, removed);
    return Array.from({ length: this.states }, (_, id) => {
      const { transition, offset, noise } = this.step(natural, id);
      const values = eigenvalues(transition, this.dimension);
      const pair = values.find(
        (value) =>
          value.im > 0 &&
          Math.atan2(value.im, value.re) > LEAST_ANGLE &&
          modulus(value) > LEAST_MODULUS,
      );
      return {
        id,
        transition: Array.from(transition),
        offset: Array.from(offset),
        noise: Array.from(noise),
        eigenvalues: values,
        spectralRadius: modulus(values[0]),
        period: pair ? (2 * Math.PI) / Math.atan2(pair.im, pair.re) : null,
        dwell: 1 / Math.max(LEAST_PROBABILITY, 1 - chain[id * this.states + id]),
        share: shares[id],
        taught: taught[id] ?? 0,
        removed: removed.includes(id),
      };
    });
  }

  private makePrior({
    expectedDwell,
    dwellStrength,
    noiseScale,
    transitionSpread,
    dynamics: kind,
  }: SvaeSldsSettings): Float64Array {
    const { states: K, dimension: d, family } = this;
    const { layout, initial, dynamics } = family;
    const prior = new Float64Array(family.length);
    prior.fill(INITIAL_COUNT, 0, K);
    const stays = Math.max(dwellStrength * (expectedDwell - 1), LEAST_PROBABILITY);
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++)
        prior[layout.chainAt + j * K + k] = j === k ? stays : dwellStrength / (K - 1);
    const nu = d + 1;
    const psi = diagonal(d, () => noiseScale * nu);
    const mean = new Float64Array(d);
    initial.fromStandard({ mean, kappa: INITIAL_KAPPA, psi, nu }, prior, layout.initialAt);
    const isLinear = kind === 'linear';
    const m = d + 1;
    const transition = new Float64Array(d * m);
    if (isLinear) for (let i = 0; i < d; i++) transition[i * m + i] = 1;
    const spread = (i: number) => (isLinear || i === d ? transitionSpread / d : NO_SPREAD);
    const standard = { transition, columns: diagonal(m, spread), psi, nu };
    for (let k = 0; k < K; k++) dynamics.fromStandard(standard, prior, stateAt(layout, k));
    return prior;
  }

  /** All states but one. */
  others(state: number): number[] {
    return Array.from({ length: this.states }, (_, k) => k).filter((k) => k !== state);
  }

  private kept(removed: readonly number[]): number[] {
    return Array.from({ length: this.states }, (_, k) => k).filter((k) => !removed.includes(k));
  }

  /** The row of the first state (null), and those of the transitions from each. */
  eachRow(visit: (at: number, from: number | null) => void): void {
    visit(0, null);
    for (let j = 0; j < this.states; j++) visit(this.family.layout.chainAt + j * this.states, j);
  }
}

const gathered = (values: Float64Array, at: number, entries: readonly number[]): Float64Array =>
  Float64Array.from(entries, (entry) => values[at + entry]);

function normalise(
  values: Float64Array,
  at: number,
  length: number,
  removed: readonly number[],
): void {
  for (const k of removed) values[at + k] = 0;
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += values[i];
  for (let i = at; i < at + length; i++) values[i] /= sum;
}
