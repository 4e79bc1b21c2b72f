import { OK, type Status } from '../math/status.ts';
import type { ExponentialFamily } from './exponentialFamily.ts';
import {
  createMatrixNormalInverseWishart,
  type MatrixNormalInverseWishart,
  type MniwLayout,
  mniwLayout,
} from './matrixNormalInverseWishart.ts';
import {
  createNormalInverseWishart,
  type NiwLayout,
  type NormalInverseWishart,
  niwLayout,
} from './normalInverseWishart.ts';

/**
 * Flat layout of everything global in a linear dynamical system of dimension d (thesis 4.4): the
 * normal-inverse-Wishart block of the initial state, then the matrix-normal-inverse-Wishart block
 * of the transition. Natural parameters, expected statistics and the sufficient statistics of a
 * batch all share it.
 */
export interface LinearDynamicsLayout {
  readonly dimension: number;
  /** P = 4 d^2 + d + 3 */
  readonly length: number;
  /** Where the initial state's block starts, and offsets inside it. */
  readonly initialAt: number;
  readonly initial: NiwLayout;
  /** Where the transition's block starts, and offsets inside it. */
  readonly transitionAt: number;
  readonly transition: MniwLayout;
}

/** Initial state and transition as one family. */
export interface LinearDynamicsFamily extends ExponentialFamily {
  readonly layout: LinearDynamicsLayout;
  readonly initial: NormalInverseWishart;
  readonly transition: MatrixNormalInverseWishart;
}

export function createLinearDynamicsFamily(dimension: number): LinearDynamicsFamily {
  const initial = createNormalInverseWishart(dimension);
  const transition = createMatrixNormalInverseWishart(dimension);
  const layout: LinearDynamicsLayout = {
    dimension,
    length: initial.length + transition.length,
    initialAt: 0,
    initial: niwLayout(dimension),
    transitionAt: initial.length,
    transition: mniwLayout(dimension),
  };
  const { initialAt, transitionAt } = layout;

  return {
    layout,
    initial,
    transition,
    length: layout.length,

    validate(natural, at) {
      const status = initial.validate(natural, at + initialAt);
      return status.ok ? transition.validate(natural, at + transitionAt) : status;
    },

    expectedStatistics(natural, at, out, outAt): Status {
      // Both are checked before `out` is touched.
      const status = this.validate(natural, at);
      if (!status.ok) return status;
      initial.expectedStatistics(natural, at + initialAt, out, outAt + initialAt);
      transition.expectedStatistics(natural, at + transitionAt, out, outAt + transitionAt);
      return OK;
    },

    logNormaliser: (natural, at) =>
      initial.logNormaliser(natural, at + initialAt) +
      transition.logNormaliser(natural, at + transitionAt),

    kl: (natural, at, other, otherAt) =>
      initial.kl(natural, at + initialAt, other, otherAt + initialAt) +
      transition.kl(natural, at + transitionAt, other, otherAt + transitionAt),
  };
}
