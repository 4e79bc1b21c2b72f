import { OK, type Status } from '../math/status.ts';
import { createDirichlet } from './dirichlet.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import {
  createMatrixNormalInverseWishart,
  type MatrixNormalInverseWishart,
  type MniwLayout,
} from './matrixNormalInverseWishart.ts';
import {
  createNormalInverseWishart,
  type NiwLayout,
  type NormalInverseWishart,
} from './normalInverseWishart.ts';

/**
 * Flat layout of everything global in a switching linear dynamical system of dimension d with K
 * states (thesis 4.3): K Dirichlet entries of the first state, K x K of the transitions, row by row,
 * the normal-inverse-Wishart block of the first latent, then for each state the
 * matrix-normal-inverse-Wishart block of [A_k | b_k] and Q_k. Natural parameters, expected statistics
 * and the sufficient statistics of a batch all share it.
 */
export interface SwitchingDynamicsLayout {
  /** K */
  readonly states: number;
  /** d */
  readonly dimension: number;
  /** P */
  readonly length: number;
  /** Where the K x K entries of the transitions start; those of the first state start at 0. */
  readonly chainAt: number;
  /** Where the first latent's block starts, and offsets inside it. */
  readonly initialAt: number;
  readonly initial: NiwLayout;
  /** Where the block of state 0 starts, and offsets inside one; they follow each other. */
  readonly dynamicsAt: number;
  readonly dynamics: MniwLayout;
}

/** Where the block of a state's dynamics starts. */
export const stateAt = ({ dynamicsAt, dynamics }: SwitchingDynamicsLayout, state: number): number =>
  dynamicsAt + state * dynamics.length;

/** Chain, first latent and dynamics as one family. */
export interface SwitchingDynamicsFamily extends ExponentialFamily {
  readonly layout: SwitchingDynamicsLayout;
  readonly initial: NormalInverseWishart;
  readonly dynamics: MatrixNormalInverseWishart;
}

export function createSwitchingDynamicsFamily(
  states: number,
  dimension: number,
): SwitchingDynamicsFamily {
  const weights = createDirichlet(states);
  const initial = createNormalInverseWishart(dimension);
  const dynamics = createMatrixNormalInverseWishart(dimension, dimension + 1);
  const initialAt = states + states * states;
  const layout: SwitchingDynamicsLayout = {
    states,
    dimension,
    length: initialAt + initial.length + states * dynamics.length,
    chainAt: states,
    initialAt,
    initial: initial.layout,
    dynamicsAt: initialAt + initial.length,
    dynamics: dynamics.layout,
  };

  /** Every block with its family; `index` is that of the state. Stops at the first bad status. */
  const eachBlock = (visit: (family: ExponentialFamily, at: number) => Status): Status => {
    for (let j = 0; j <= states; j++) {
      const status = visit(weights, j * states);
      if (!status.ok) return status;
    }
    const status = visit(initial, initialAt);
    if (!status.ok) return status;
    for (let k = 0; k < states; k++) {
      const ofState = visit(dynamics, stateAt(layout, k));
      if (!ofState.ok) return { ...ofState, index: k };
    }
    return OK;
  };
  const sum = (value: (family: ExponentialFamily, at: number) => number): number => {
    let total = 0;
    eachBlock((family, at) => {
      total += value(family, at);
      return OK;
    });
    return total;
  };

  return {
    layout,
    initial,
    dynamics,
    length: layout.length,

    validate: (natural, at) => eachBlock((family, block) => family.validate(natural, at + block)),

    expectedStatistics(natural, at, out, outAt) {
      // All are checked before `out` is touched.
      const status = this.validate(natural, at);
      if (!status.ok) return status;
      return eachBlock((family, block) =>
        family.expectedStatistics(natural, at + block, out, outAt + block),
      );
    },

    logNormaliser: (natural, at) =>
      sum((family, block) => family.logNormaliser(natural, at + block)),

    kl: (natural, at, other, otherAt) =>
      sum((family, block) => family.kl(natural, at + block, other, otherAt + block)),
  };
}
